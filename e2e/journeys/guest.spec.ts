import type { Page } from "@playwright/test";
import { addToCart, atJazzCash, database, expect, fillCheckout, placeOrder, signUp, test, title } from "./shopper";

const PHONE = "0300 1234567";

async function guestsOf(page: Page): Promise<{ id: number; merged: number | null }[]> {
  const { user } = await (await page.request.get("/api/auth/session")).json();
  const sql = database();
  const rows = await sql`select id::int, merged_into_id::int as merged from users where is_guest and
    (id = ${user.id} or merged_into_id = ${user.id})`;
  await sql.end();
  return rows.map(({ id, merged }) => ({ id, merged }));
}

async function numberOf(page: Page): Promise<string> {
  const number = await page
    .getByText(/^ORD-[A-Z2-9]{8}-\d{8}$/)
    .first()
    .textContent();
  return number ?? "";
}

async function track(page: Page, number: string, phone: string): Promise<void> {
  await page.goto("/track");
  await page.getByRole("textbox", { name: "Order number" }).fill(number);
  await page.getByRole("textbox", { name: "Phone" }).fill(phone);
  await page.getByRole("button", { name: "Show the order" }).click();
}

test("a guest buys with cash, sees the order, and finds it again by number and phone elsewhere", async ({
  page,
  failures,
  browser,
}) => {
  await addToCart(page, "FG017", 2);
  await expect(page.getByRole("link", { name: "Orders" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/cart");
  await page.getByRole("link", { name: /^Checkout/ }).click();
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await expect(page.getByText("You ordered without an account")).toBeVisible();
  const number = await numberOf(page);
  await page.goto("/orders");
  await page.getByRole("link", { name: number }).click();
  await title(page, number);

  const elsewhere = await (await browser.newContext()).newPage();
  await track(elsewhere, number.toLowerCase(), "+92 300-1234567");
  await expect(elsewhere.getByRole("heading", { name: number })).toBeVisible();
  await expect(elsewhere.getByText("Confirmed").first()).toBeVisible();
  await expect(elsewhere.getByText(/Bilal|blue mosque|Rs /)).toHaveCount(0);
  await track(elsewhere, number, "0300 7654321");
  await expect(elsewhere.getByRole("main").getByRole("alert")).toContainText("No order has this number and this phone");
  await elsewhere.context().close();
  expect(failures).toEqual([]);
});

test("a guest pays on JazzCash's page and comes back as who they were", async ({ page }) => {
  await addToCart(page, "FG018");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  await page.getByRole("link", { name: "See the order" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ORD-/);
});

test("two tabs put the first thing in at once: one guest, and both things are there", async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([page.goto("/products/FG019"), other.goto("/products/FG020")]);
  const add = (tab: Page) => tab.getByRole("button", { name: "Add to cart" }).click();
  await Promise.all([add(page), add(other)]);
  const inCart = async () => (await (await page.request.get("/api/cart/cart/")).json()).total_items;
  await expect.poll(inCart).toBe(2);
  await page.goto("/cart");
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveCount(2);
  expect(await guestsOf(page)).toHaveLength(1);
});

test("signing in brings cart and orders along, once, and says so once", async ({ page, browser, failures }) => {
  const maker = await browser.newContext();
  const account = await signUp(await maker.newPage());
  await maker.close();
  await addToCart(page, "FG021");
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  const result = page.url();
  await addToCart(page, "FG022", 2);
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill(account.email);
  await page.getByRole("textbox", { name: "Password" }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const told = page.getByText("We added 2 things from before.");
  await expect(told).toBeVisible();
  await expect(page.getByText("Your order from before is in this account now.")).toBeVisible();
  await page.goto("/cart");
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveValue("2");
  await expect(told).toHaveCount(0);
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: /ORD-/ })).toHaveCount(1);
  await page.goto(result);
  await expect(page.getByRole("link", { name: "See the order" })).toBeVisible();
  expect(await guestsOf(page)).toEqual([{ id: expect.any(Number), merged: expect.any(Number) }]);
  expect(failures).toEqual([]);
});

test("an account's pages lead a guest to sign in, and signing up keeps what is in the cart", async ({ page }) => {
  await addToCart(page, "FG023");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Name" }).fill("Sana Iqbal");
  await page.getByRole("textbox", { name: "Email" }).fill(`${crypto.randomUUID()}@example.com`);
  await page.getByRole("textbox", { name: "Password" }).fill("a long enough secret");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("We added 1 thing from before.")).toBeVisible();
  await expect(page.getByRole("link", { name: /cart.*1/i }).first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  async function put(page: Page, itemCode: string): Promise<void> {
    await page.goto(`/products/${itemCode}`);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await title(page, "Cart");
  }

  test("a guest buys with cash and tracks the order", async ({ page }) => {
    await put(page, "FG024");
    await fillCheckout(page, "Cash on delivery");
    await placeOrder(page);
    await title(page, "Order confirmed");
    const number = await numberOf(page);
    await track(page, number, PHONE);
    await expect(page.getByRole("heading", { name: number })).toBeVisible();
  });

  test("a guest pays with JazzCash", async ({ page }) => {
    await put(page, "FG025");
    await fillCheckout(page, "JazzCash");
    await placeOrder(page);
    await title(page, "Going to JazzCash");
    await page.getByRole("button", { name: "Continue to JazzCash" }).click();
    await atJazzCash(page, "Pay");
    await page.getByRole("button", { name: "Return to the shop" }).click();
    await title(page, "Payment successful");
  });

  test("signing in says what came along on the next page, and not on the one after", async ({ page, browser }) => {
    const maker = await browser.newContext();
    const account = await signUp(await maker.newPage());
    await maker.close();
    await put(page, "FG026");
    await page.goto("/sign-in?next=/cart");
    await page.getByRole("textbox", { name: "Email" }).fill(account.email);
    await page.getByRole("textbox", { name: "Password" }).fill(account.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await title(page, "Cart");
    await expect(page.getByText("We added 1 thing from before.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("We added 1 thing from before.")).toHaveCount(0);
    await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveValue("1");
  });
});
