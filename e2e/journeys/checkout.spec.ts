import type { Page } from "@playwright/test";
import { atJazzCash, database, expect, fillCheckout, placeOrder, putInCart, test, title } from "./shopper";

const CITY = "Khaplu"; // no other journey sends anything there
const CODE = `JOURNEY${Date.now()}`;

test.describe.configure({ mode: "default" }); // one worker, as all of them need the same rows

test.beforeAll(async () => {
  const sql = database();
  await sql`insert into delivery_zones (city, charge_paisa, free_from_paisa) values (${CITY.toLowerCase()}, 25000, 350000)
    on conflict (city) do update set charge_paisa = 25000, free_from_paisa = 350000`;
  await sql`insert into discount_codes (code, percent, max_uses_per_user) values (${CODE}, 10, 1)`;
  await sql`insert into discount_codes (code, percent, ends_at) values (${`${CODE}OLD`}, 10, now())`;
  await sql.end();
});

test.afterAll(async () => {
  const sql = database();
  await sql`delete from delivery_zones where city = ${CITY.toLowerCase()}`;
  await sql.end();
});

const box = (page: Page, name: string) => page.getByRole("textbox", { name });
const place = (page: Page) => page.getByRole("button", { name: /^Place order/ });
const orders = async (page: Page) => {
  await page.goto("/orders");
  return page.getByRole("link", { name: /ORD-/ }).count();
};

test("the city sets the charge, more goods make it free, and the button carries what is charged", async ({
  shopper: page,
}) => {
  await putInCart(page, "FG001", 2);
  await fillCheckout(page, "Cash on delivery");
  await expect(place(page)).toContainText("Rs 3,000");
  await box(page, "City").fill("");
  await expect(page.getByText("Depends on the city")).toBeVisible();
  await expect(place(page)).toContainText("Rs 3,000");
  await box(page, "City").fill(CITY.toUpperCase());
  await expect(place(page)).toContainText("Rs 3,250");
  await expect(page.getByText("Rs 500 more and delivery is free.")).toBeVisible();
  await box(page, "City").fill("خپلو");
  await expect(place(page)).toContainText("Rs 3,250");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await expect(page.getByText("Rs 3,250").first()).toBeVisible();
  await putInCart(page, "FG001", 3);
  await page.goto("/checkout");
  await expect(box(page, "City")).toHaveValue("خپلو");
  await expect(box(page, "Phone")).toHaveValue("0300 1234567");
  await expect(place(page)).toContainText("Rs 4,500");
});

test("an answer about a city that was left again changes nothing", async ({ shopper: page }) => {
  await putInCart(page, "FG001", 1);
  await fillCheckout(page, "JazzCash");
  let held = () => {};
  await page.route("**/orders/quote/", async (route) => {
    const isLate = route.request().postData()?.includes(CITY);
    if (isLate) await new Promise<void>((resolve) => (held = resolve));
    await route.continue().catch(() => {});
  });
  await box(page, "City").fill(CITY);
  await page.waitForRequest((request) => request.postData()?.includes(CITY) ?? false);
  await box(page, "City").fill("Lahore");
  await page.waitForResponse((response) => response.url().includes("/quote/"));
  held();
  await page.waitForTimeout(500);
  await expect(place(page)).toContainText("Rs 1,500");
});

test("a code takes its share off, and one that cannot be used is told at its field with all else kept", async ({
  shopper: page,
  failures,
}) => {
  await putInCart(page, "FG001", 2);
  await fillCheckout(page, "Cash on delivery");
  const code = box(page, "Discount code");
  await code.fill(`${CODE}OLD`);
  await code.press("Enter");
  await expect(page.getByText("This code has expired.")).toBeVisible();
  await code.fill(CODE.toLowerCase());
  await page.getByRole("button", { name: "Use code" }).click();
  await expect(place(page)).toContainText("Rs 2,700");
  await expect(page.getByText("This code has expired.")).toBeHidden();
  await placeOrder(page);
  await title(page, "Order confirmed");
  await putInCart(page, "FG001", 2);
  await fillCheckout(page, "Cash on delivery");
  await code.fill(CODE);
  await placeOrder(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You have used this code already.");
  await expect(code).toHaveValue(CODE);
  await expect(box(page, "Address")).toHaveValue("House 5, near the blue mosque");
  await code.fill("");
  await placeOrder(page);
  await title(page, "Order confirmed");
  expect(failures.every((line) => line.includes("400"))).toBe(true);
  failures.length = 0; // the refused code's own answer
});

test("what is missing is named with a way to each field, and all that was typed stays", async ({ shopper: page }) => {
  await putInCart(page, "FG002", 1);
  await fillCheckout(page, "JazzCash wallet", { mobile: "0300 12", cnic: "12" });
  await box(page, "Phone").fill("042 35761999");
  await box(page, "City").fill("");
  await placeOrder(page);
  const summary = page.getByRole("alert").filter({ hasText: "things are missing or not right" });
  await expect(summary).toContainText("4 things");
  await expect(summary.locator("xpath=..")).toBeFocused();
  await summary.getByRole("link", { name: "City" }).click();
  await expect(box(page, "City")).toBeFocused();
  await expect(box(page, "Last 6 digits of CNIC")).toHaveValue("12");
  await expect(box(page, "Phone")).toHaveAttribute("aria-invalid", "true");
  await expect(box(page, "Full name")).toHaveValue("Bilal Ahmed");
});

test("a phone in any common form is taken and shown in one", async ({ shopper: page }) => {
  await putInCart(page, "FG002", 1);
  await fillCheckout(page, "Cash on delivery");
  await box(page, "Phone").fill("۰۰۹۲ ۳۰۰-۷۶۵۴۳۲۱");
  await box(page, "Phone").blur();
  await expect(box(page, "Phone")).toHaveValue("0300 7654321");
  await placeOrder(page);
  await title(page, "Order confirmed");
});

test("the province narrows the cities, and any other city is taken as well", async ({ shopper: page }) => {
  await putInCart(page, "FG002", 1);
  await fillCheckout(page, "Cash on delivery");
  await page.getByRole("combobox", { name: "Province" }).selectOption("Balochistan");
  const cities = page.locator("datalist#cities option");
  await expect(cities.first()).toHaveText("Quetta");
  await expect(cities.filter({ hasText: "Lahore" })).toHaveCount(0);
  await box(page, "City").fill("Kot Radha Kishan");
  await box(page, "Area or landmark").fill("Railway Road");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await page.goto("/orders");
  await page.getByRole("link", { name: /ORD-/ }).first().click();
  await expect(page.getByText("Kot Radha Kishan · Balochistan")).toBeVisible();
  await expect(page.getByText("Railway Road")).toBeVisible();
});

test("an address is saved once, chosen the next time, and forgotten in the account", async ({ shopper: page }) => {
  await putInCart(page, "FG001", 1);
  await fillCheckout(page, "Cash on delivery");
  await box(page, "City").fill(CITY);
  await page.getByRole("checkbox", { name: "Save this address" }).check();
  await expect(place(page)).toContainText("Rs 1,750");
  await placeOrder(page);
  await title(page, "Order confirmed");
  await putInCart(page, "FG001", 1);
  await page.goto("/checkout");
  await expect(page.getByRole("radio", { name: /House 5/ })).toBeChecked();
  await expect(box(page, "City")).toBeHidden();
  await expect(place(page)).toContainText("Rs 1,750");
  await page.getByRole("radio", { name: "Another address" }).check();
  await box(page, "City").fill("Multan");
  await expect(place(page)).toContainText("Rs 1,500");
  await page.getByRole("radio", { name: /House 5/ }).check();
  await expect(place(page)).toContainText("Rs 1,750");
  await page.getByRole("radio", { name: "JazzCash", exact: true }).check();
  await placeOrder(page);
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  expect(await orders(page)).toBe(2);
  await page.goto("/account");
  await page.getByRole("button", { name: /^Remove the address House 5/ }).click();
  await expect(page.getByText(/^None yet/)).toBeVisible();
});
