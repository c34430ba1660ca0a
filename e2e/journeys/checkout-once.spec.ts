import type { Page } from "@playwright/test";
import { atJazzCash, database, expect, fillCheckout, placeOrder, putInCart, test, title } from "./shopper";

const orders = async (page: Page) => {
  await page.goto("/orders");
  return page.getByRole("link", { name: /ORD-/ }).count();
};

test("two clicks make one order, and the way back leads to no checkout", async ({ shopper: page }) => {
  await putInCart(page, "FG010");
  await page.goto("/cart");
  await page.getByRole("link", { name: /^Checkout/ }).click();
  await title(page, "Checkout");
  await page.getByRole("textbox", { name: "Phone" }).fill("0300 1234567");
  await page.getByRole("textbox", { name: "Address" }).fill("House 5");
  await page.getByRole("textbox", { name: "City" }).fill("Multan");
  await page.getByRole("radio", { name: "Cash on delivery" }).check();
  await page.getByRole("button", { name: /^Place order/ }).dblclick();
  await title(page, "Order confirmed");
  await page.goBack();
  await title(page, "Cart");
  await page.goto("/checkout");
  await title(page, "Cart");
  await expect(page.getByText("You have just ordered this")).toBeVisible();
  await page.getByRole("link", { name: "See the order" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ORD-/);
  expect(await orders(page)).toBe(1);
});

test("a form whose answer was lost is sent once more and leads to the order that it made", async ({
  page,
  shopper,
  failures,
}) => {
  await putInCart(shopper, "FG010");
  await fillCheckout(page, "JazzCash");
  let isLost = false;
  await page.route("**/checkout", async (route) => {
    if (route.request().method() !== "POST" || isLost) return route.continue();
    isLost = true;
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await placeOrder(page);
  await expect(page.getByRole("alert").filter({ hasText: "could not be reached" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("House 5, near the blue mosque");
  await placeOrder(page);
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  expect(await orders(page)).toBe(1);
  failures.length = 0; // the lost answer itself
});

test("without network the form stays as it is, and is sent when there is one", async ({ shopper: page, failures }) => {
  await putInCart(page, "FG010");
  await fillCheckout(page, "Cash on delivery");
  await page.context().setOffline(true);
  await placeOrder(page);
  await expect(page.getByRole("alert").filter({ hasText: "could not be reached" })).toBeVisible();
  await page.context().setOffline(false);
  await placeOrder(page);
  await title(page, "Order confirmed");
  expect(await orders(page)).toBe(1);
  failures.length = 0; // the network that was not there
});

test("a second tab is led to the order that the first one made, with a word", async ({ shopper: page }) => {
  await putInCart(page, "FG010");
  await fillCheckout(page, "Cash on delivery");
  const second = await page.context().newPage();
  await fillCheckout(second, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await placeOrder(second);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(/ORD-/);
  await expect(second.getByText("This was ordered already")).toBeVisible();
  expect(await orders(page)).toBe(1);
});

test("a price that changed is told old and new, and the next press accepts it", async ({ shopper: page }) => {
  await putInCart(page, "FG033");
  const priced = page.waitForResponse("**/api/cart/orders/quote/");
  await fillCheckout(page, "Cash on delivery");
  await priced; // what is asked for the city is answered at the old price
  const sql = database();
  const [product] = await sql`select price_paisa from products where item_code = 'FG033'`;
  const old = Number(product?.price_paisa);
  try {
    await sql`update products set price_paisa = ${old + 10_000} where item_code = 'FG033'`;
    await placeOrder(page);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The total has changed");
    const rupees = `Rs ${((old + 10_000) / 100).toLocaleString("en")}`;
    await expect(page.getByRole("button", { name: /^Place order/ })).toContainText(rupees);
    await placeOrder(page);
    await title(page, "Order confirmed");
    await expect(page.getByText(rupees).first()).toBeVisible();
  } finally {
    await sql`update products set price_paisa = ${old} where item_code = 'FG033'`;
    await sql.end();
  }
});

test("what was typed waits while the visitor looks at the cart, and no secret is kept", async ({ shopper: page }) => {
  await putInCart(page, "FG010");
  await fillCheckout(page, "JazzCash wallet", { mobile: "0311 7654321", cnic: "345678" });
  await page.getByRole("link", { name: "Change quantities" }).click();
  await title(page, "Cart");
  await page.getByRole("link", { name: /^Checkout/ }).click();
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("House 5, near the blue mosque");
  await expect(page.getByRole("radio", { name: "JazzCash wallet" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "JazzCash number" })).toHaveValue("0311 7654321");
  await expect(page.getByRole("textbox", { name: "Last 6 digits of CNIC" })).toHaveValue("");
});
