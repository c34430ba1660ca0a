import type { Page } from "@playwright/test";
import { database, expect, fillCheckout, placeOrder, test, title } from "./shopper";

test.use({ javaScriptEnabled: false });

const CITY = "Astore"; // no other journey sends anything there

test.describe.configure({ mode: "default" }); // one worker, as all of them need the same rows

test.beforeAll(async () => {
  const sql = database();
  await sql`insert into delivery_zones (city, charge_paisa) values (${CITY.toLowerCase()}, 30000)
    on conflict (city) do update set charge_paisa = 30000, free_from_paisa = null`;
  await sql.end();
});

test.afterAll(async () => {
  const sql = database();
  await sql`delete from delivery_zones where city = ${CITY.toLowerCase()}`;
  await sql.end();
});

async function submit(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await page.getByRole("button", { name }).click();
  await answered;
}

async function aCart(page: Page): Promise<void> {
  await page.goto("/products/FG001");
  await submit(page, "Add to cart");
}

const place = (page: Page) => page.getByRole("button", { name: /^Place order/ });

test("the total is brought up to date by its button, before anything is ordered", async ({ shopper: page }) => {
  await aCart(page);
  await fillCheckout(page, "Cash on delivery");
  await page.getByRole("textbox", { name: "City" }).fill(CITY);
  await submit(page, "Update the total");
  await expect(place(page)).toContainText("Rs 1,800");
  await expect(page.getByRole("textbox", { name: "Full name" })).toHaveValue("Bilal Ahmed");
  await placeOrder(page);
  await title(page, "Order confirmed");
});

test("a total that was not brought up to date is asked about, old and new", async ({ shopper: page }) => {
  await aCart(page);
  await fillCheckout(page, "Cash on delivery");
  await page.getByRole("textbox", { name: "City" }).fill(CITY);
  await submit(page, /^Place order/);
  await expect(page.getByRole("alert")).toContainText("Rs 1,800");
  await expect(page.getByRole("radio", { name: "Cash on delivery" })).toBeChecked();
  await placeOrder(page);
  await title(page, "Order confirmed");
});

test("a code that is not valid is told at its field, with a link to it", async ({ shopper: page }) => {
  await aCart(page);
  await fillCheckout(page, "Cash on delivery");
  await page.getByRole("textbox", { name: "Discount code" }).fill("NOSUCH");
  await submit(page, "Use code");
  await expect(page.getByRole("link", { name: "Discount code" })).toHaveAttribute("href", "#field-discount_code");
  await expect(page.getByRole("textbox", { name: "Discount code" })).toHaveValue("NOSUCH");
});

test("the way back after the order leads to the cart, which tells of it", async ({ shopper: page }) => {
  await aCart(page);
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await page.goBack();
  await page.reload();
  await expect(page.getByText("You have just ordered this")).toBeVisible();
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: /ORD-/ })).toHaveCount(1);
});
