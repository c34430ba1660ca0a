import type { Page } from "@playwright/test";
import { database, expect, putInCart, test, userIdOf } from "./shopper";

const quantityOf = (page: Page) => page.getByRole("spinbutton", { name: /^Quantity of/ });

/** Does something to the line of that product in this visitor's cart. */
async function toLine(
  page: Page,
  itemCode: string,
  change: "seen dearer" | "one piece more than there is" | "soon over",
): Promise<void> {
  const userId = await userIdOf(page);
  const sql = database();
  const line = sql`id = (select i.id from cart_items i join products p on p.id = i.product_id
    join carts c on c.id = i.cart_id where p.item_code = ${itemCode} and i.is_active and c.user_id = ${userId})`;
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

/** From now on the database refuses each change to the lines of this visitor, as where the disk is full. */
async function fillTheDisk(userId: number): Promise<() => Promise<void>> {
  const sql = database();
  const name = sql(`disk_full_${userId}`);
  const [cart] = await sql`select id from carts where user_id = ${userId}`;
  await sql`create function ${name}() returns trigger language plpgsql as
    $$ begin raise 'No space left on device.' using errcode = '53100'; end $$`;
  await sql.unsafe(`create trigger disk_full_${userId} before update or delete on cart_items
    for each row when (old.cart_id = ${Number(cart?.id)}) execute function disk_full_${userId}()`);
  return async () => {
    await sql`drop trigger ${name} on cart_items`;
    await sql`drop function ${name}`;
    await sql.end();
  };
}

test("another price is shown old and new, is asked about once, and hinders nobody", async ({ shopper: page }) => {
  await putInCart(page, "FG017", 2);
  await toLine(page, "FG017", "seen dearer");
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
  await putInCart(page, "FG018", 1);
  await toLine(page, "FG018", "one piece more than there is");
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
  await putInCart(page, "FG019", 3);
  await toLine(page, "FG019", "soon over");
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
    await toLine(page, "FG022", "seen dearer");
    await page.goto("/cart");
    await submit(page, "Fine");
    await expect(quantityOf(page)).toHaveValue("1");
    await expect(page.getByText("The price has changed")).toHaveCount(0);
    await quantityOf(page).fill("999");
    await submit(page, "Update");
    await expect(page.getByRole("alert").filter({ hasText: /There are only \d+ left of/ })).toBeVisible();
    await toLine(page, "FG022", "one piece more than there is");
    await page.goto("/cart");
    await submit(page, /^Take \d+/);
    await expect(page.getByText(/^Only \d+ left/)).toHaveCount(0);
    await submit(page, /^Remove/);
    await expect(page.getByText("Your cart is empty.")).toBeVisible();
  });

  test("agreeing to a price and removing are refused in words where the shop cannot do it, and nothing is lost", async ({
    shopper: page,
  }) => {
    await putInCart(page, "FG023", 2);
    await toLine(page, "FG023", "seen dearer");
    await page.goto("/cart");
    const emptyTheDisk = await fillTheDisk(await userIdOf(page));
    try {
      for (const button of ["Fine", /^Remove/]) {
        await submit(page, button);
        await expect(page.getByRole("alert").filter({ hasText: "the shop could not do this" })).toHaveCount(1);
        await expect(page.getByText(/The price has changed: Rs 2,000.*Rs [\d,]+/)).toBeVisible();
        await expect(quantityOf(page)).toHaveValue("2");
      }
    } finally {
      await emptyTheDisk();
    }
    await submit(page, "Fine");
    await expect(page.getByText("The price has changed")).toHaveCount(0);
    await expect(page.getByRole("alert").filter({ hasText: "could not" })).toHaveCount(0);
  });

  test("where fewer are left by the time of the answer, that is said and asked anew", async ({ shopper: page }) => {
    await putInCart(page, "FG038");
    await toLine(page, "FG038", "one piece more than there is");
    await page.goto("/cart");
    const sql = database();
    const take = (pieces: number) => sql`update products set stock = stock - ${pieces} where item_code = 'FG038'`;
    await take(2);
    try {
      await submit(page, /^Take \d+/);
      await expect(page.getByRole("alert").filter({ hasText: /There are only \d+ left of/ })).toBeVisible();
      await submit(page, /^Take \d+/);
      await expect(page.getByText(/^Only \d+ left/)).toHaveCount(0);
    } finally {
      await take(-2);
      await sql.end();
    }
  });
});
