import type { Page } from "@playwright/test";
import { addToCart, database, expect, test } from "./shopper";

const quantityOf = (page: Page) => page.getByRole("spinbutton", { name: /^Quantity of/ });

/** Does something to the line of that product in the newest cart that has one. */
async function toLine(
  itemCode: string,
  change: "seen dearer" | "one piece more than there is" | "soon over",
): Promise<void> {
  const sql = database();
  const line = sql`id = (select max(i.id) from cart_items i join products p on p.id = i.product_id
    where p.item_code = ${itemCode} and i.is_active)`;
  if (change === "seen dearer") await sql`update cart_items set seen_price_paisa = 200000 where ${line}`;
  else if (change === "soon over") {
    await sql`update cart_items set created_at = now() - interval '23 hours 59 minutes 54 seconds' where ${line}`;
  } else {
    await sql`update cart_items set quantity = (select stock + 1 from products where item_code = ${itemCode})
      where ${line}`;
  }
  await sql.end();
}

async function askedAboutPrice(page: Page): Promise<void> {
  await expect(page.getByText(/The price has changed: Rs 2,000.*Rs [\d,]+/)).toBeVisible();
  await page.getByRole("button", { name: "Fine" }).click();
  await expect(page.getByText("The price has changed")).toHaveCount(0);
}

test("another price is shown old and new, is asked about once, and hinders nobody", async ({ shopper: page }) => {
  await addToCart(page, "FG017", 2);
  await toLine("FG017", "seen dearer");
  await page.goto("/cart");
  await expect(page.getByRole("link", { name: "Checkout" })).toHaveAttribute("href", "/checkout");
  const saved = page.waitForResponse((response) => response.url().includes("/update-item/"));
  await askedAboutPrice(page);
  await saved;
  await page.reload();
  await expect(quantityOf(page)).toHaveValue("2");
  await expect(page.getByText("The price has changed")).toHaveCount(0);
});

test("where fewer are left it offers them, and the checkout waits for the answer", async ({ shopper: page }) => {
  await addToCart(page, "FG018", 1);
  await toLine("FG018", "one piece more than there is");
  await page.goto("/cart");
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page).toHaveURL(/\/cart#stock-/);
  const saved = page.waitForResponse((response) => response.url().includes("/update-item/"));
  await page.getByRole("button", { name: /^Take \d+/ }).click();
  await expect(page.getByText(/^Only \d+ left/)).toHaveCount(0);
  expect((await saved).status()).toBe(200);
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
});

test("a line whose time runs out while it is looked at goes to the tray by itself, and back", async ({
  shopper: page,
}) => {
  await addToCart(page, "FG019", 3);
  await toLine("FG019", "soon over");
  await page.goto("/cart");
  await expect(page.getByText("Less than a minute left")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /less than an hour left in the cart/ })).toHaveCount(1);
  await expect(page.getByText("Expired", { exact: true })).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText("Your cart is empty.")).toBeVisible();
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(quantityOf(page)).toHaveValue("3");
  await expect(page.getByText(/23 h 59 min left/)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  const submit = async (page: Page, name: string | RegExp) => {
    const answered = page.waitForEvent("framenavigated");
    await page.getByRole("button", { name }).click();
    await answered;
  };

  test("prices, shortages, refusals and removals are settled by plain forms", async ({ shopper: page }) => {
    await page.goto("/products/FG022");
    await submit(page, "Add to cart");
    await toLine("FG022", "seen dearer");
    await page.goto("/cart");
    await submit(page, "Fine");
    await expect(quantityOf(page)).toHaveValue("1");
    await expect(page.getByText("The price has changed")).toHaveCount(0);
    await quantityOf(page).fill("999");
    await submit(page, "Update");
    await expect(page.getByRole("alert").filter({ hasText: /There are only \d+ left of/ })).toBeVisible();
    await toLine("FG022", "one piece more than there is");
    await page.goto("/cart");
    await submit(page, /^Take \d+/);
    await expect(page.getByText(/^Only \d+ left/)).toHaveCount(0);
    await submit(page, /^Remove/);
    await expect(page.getByText("Your cart is empty.")).toBeVisible();
  });
});
