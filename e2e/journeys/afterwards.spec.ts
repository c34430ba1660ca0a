import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { deliverPaid, itemCodes, orderOf, payByCash } from "./orders-by-api";
import { addToCart, database, expect, signUp, test, title } from "./shopper";

const pagesOf = async (page: Page): Promise<number> =>
  ((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

test("the list of orders says how each stands and what it was", async ({ shopper: page }) => {
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: "Look through the products" })).toBeVisible();
  const codes = await itemCodes(page.request, 5);
  const order = await orderOf(page, ...codes);
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: order.order_number });
  await expect(row.getByText("Waiting for payment")).toBeVisible();
  await expect(row.getByText("+2 more")).toBeVisible();
  await row.getByRole("link", { name: order.order_number }).click();
  await title(page, order.order_number);
});

test("an order tells its money first, then its story, and what is still to come", async ({
  shopper: page,
  playwright,
  baseURL,
}) => {
  const order = await orderOf(page, "FG001");
  const { payment_id } = await payByCash(page, order);
  await page.goto(`/orders/${order.id}`);
  await expect(page.getByText("You pay Rs 1,500 to the courier.")).toBeVisible();
  const story = page
    .getByRole("region", { name: "What happened" })
    .or(page.locator("section", { hasText: "What happened" }))
    .first();
  await expect(story.getByText("You chose to pay in cash at the door")).toBeVisible();
  await expect(story.getByText("Still to come: Delivery")).toBeVisible();
  const staff = await playwright.request.newContext({ baseURL });
  await deliverPaid(staff, order, payment_id);
  await staff.dispose();
  await page.reload();
  await expect(page.getByText("Rs 1,500 is paid.")).toBeVisible();
  await expect(story.getByText("Rs 1,500 paid in cash")).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel order" })).toHaveCount(0);
  const share = await page.getByRole("link", { name: "Share on WhatsApp" }).getAttribute("href");
  const words = new URL(share ?? "").searchParams.get("text") ?? "";
  expect(words).toContain(`/track?order_number=${order.order_number}`);
  expect(words).not.toMatch(/Bilal|3001234567|Multan/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
});

test("an order is cancelled with its reason, once, from however many tabs", async ({ shopper: page, context }) => {
  const order = await orderOf(page, "FG001");
  await page.goto(`/orders/${order.id}`);
  const other = await context.newPage();
  await other.goto(`/orders/${order.id}`);
  await page.getByRole("textbox", { name: "Reason" }).fill("Found it nearer by");
  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByText("Cancelled by you")).toBeVisible();
  await expect(page.getByText("Found it nearer by")).toBeVisible();
  await other.getByRole("button", { name: "Cancel order" }).click();
  await expect(other.getByText("Cancelled by you")).toBeVisible();
  const sql = database();
  const rows = await sql`select from order_status_history where order_id = ${order.id} and to_status = 'cancelled'`;
  await sql.end();
  expect(rows).toHaveLength(1);
});

test("a payment that came in between is waited for, with the way to it", async ({ shopper: page }) => {
  const order = await orderOf(page, "FG001");
  const data = { order_id: order.id, payment_method: "jazzcash" };
  const attempt = await (await page.request.post("/api/cart/payments/initiate/", { data })).json();
  await page.goto(`/orders/${order.id}`);
  const sql = database();
  await sql`update payments set status = 'processing' where id = ${attempt.payment_id}`;
  await page.getByRole("textbox", { name: "Reason" }).fill("Too late");
  await page.getByRole("button", { name: "Cancel order" }).click();
  const told = page.getByRole("alert").filter({ hasText: "is being checked, so it cannot be cancelled" });
  await expect(told.getByRole("link", { name: "See the payment" })).toHaveAttribute(
    "href",
    `/payments/${attempt.transaction_id}`,
  );
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("Too late");
  await sql`update payments set status = 'pending' where id = ${attempt.payment_id}`;
  await sql.end();
});

test("ordering again says what is gone, fewer or of another price, and loses nothing in the cart", async ({
  shopper: page,
}) => {
  const sql = database();
  const made = ["gone", "short", "dearer"].map((name) => `J${name}${Date.now()}`.toUpperCase());
  for (const [at, code] of made.entries()) {
    await sql`insert into products (item_code, name, name_ur, category_id, price_paisa, stock, created_at, updated_at)
      values (${code}, ${["Lost lamp", "Short shawl", "Dear drum"][at] ?? ""}, 'چیز', (select min(id) from categories), 50000, 9, now(), now())`;
  }
  const [gone = "", short = "", dearer = ""] = made;
  const order = await orderOf(page, "FG001", gone, short, dearer);
  await page.request.post("/api/cart/cart/add_item/", { data: { product_item_code: "FG001", quantity: 2 } });
  await sql`update products set is_active = false where item_code = ${gone}`;
  await sql`update products set stock = 0 where item_code = ${short}`;
  await sql`update products set price_paisa = 60000 where item_code = ${dearer}`;
  await page.goto(`/orders/${order.id}`);
  await page.getByRole("button", { name: "Order again" }).click();
  const told = page.getByRole("status").filter({ hasText: "in your cart again" });
  await expect(told).toContainText("Lost lamp: not sold any more.");
  await expect(told).toContainText("Short shawl: sold out.");
  await expect(told).toContainText("Dear drum costs more now: Rs 500 → Rs 600.");
  await told.getByRole("link", { name: "Review and check out" }).click();
  await title(page, "Cart");
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ }).first()).toHaveValue("3");
  await sql`update products set is_active = false where item_code = any(${made})`;
  await sql.end();
});

test("a receipt prints on one sheet, with one line and with twenty-five, and says truly what was paid", async ({
  shopper: page,
  playwright,
  baseURL,
}) => {
  const small = await orderOf(page, "FG001");
  await page.goto(`/orders/${small.id}/receipt`);
  await title(page, small.order_number);
  await expect(page.getByText("Order slip", { exact: true })).toBeVisible();
  await expect(page.getByText("Not paid yet", { exact: true })).toBeVisible();
  expect(await pagesOf(page)).toBe(1);
  const big = await orderOf(page, ...(await itemCodes(page.request, 25)));
  const { payment_id, transaction_id } = await payByCash(page, big);
  const staff = await playwright.request.newContext({ baseURL });
  await deliverPaid(staff, big, payment_id);
  await staff.dispose();
  await page.goto(`/orders/${big.id}/receipt`);
  await expect(page.getByText("Receipt", { exact: true })).toBeVisible();
  await expect(page.getByText("رسید", { exact: true })).toBeVisible();
  await expect(page.getByText(transaction_id)).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(26);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  expect(await pagesOf(page)).toBe(1);
});

test("another person's order and receipt are not there", async ({ shopper: page, browser }) => {
  const order = await orderOf(page, "FG001");
  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger);
  for (const path of [`/orders/${order.id}`, `/orders/${order.id}/receipt`]) {
    expect((await stranger.goto(path))?.status()).toBe(404);
  }
  await stranger.context().close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an order is ordered again, cancelled and printed", async ({ shopper: page }) => {
    const order = await orderOf(page, "FG001");
    await page.goto(`/orders/${order.id}`);
    await page.getByRole("button", { name: "Order again" }).click();
    await expect(page.getByText("1 piece is in your cart again.")).toBeVisible();
    await page.getByRole("button", { name: "Order again" }).click();
    await expect(page.getByText("1 piece is in your cart again.")).toBeVisible();
    await expect(page.getByRole("banner").getByRole("link", { name: /^Cart/ })).toContainText("Cart1");
    await page.getByRole("textbox", { name: "Reason" }).fill("Changed my mind");
    await page.getByRole("button", { name: "Cancel order" }).click();
    await expect(page.getByText("Cancelled by you")).toBeVisible();
    await page.getByRole("link", { name: "Order slip for print" }).click();
    await title(page, order.order_number);
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  });
});

test("a guest has the same pages, and is told how to come back", async ({ page }) => {
  await addToCart(page);
  const order = await orderOf(page);
  await page.goto(`/orders/${order.id}`);
  await expect(page.getByRole("main").getByRole("link", { name: /track/i }).first()).toHaveAttribute(
    "href",
    new RegExp(`/track\\?order_number=${order.order_number}`),
  );
  expect((await page.goto(`/orders/${order.id}/receipt`))?.status()).toBe(200);
});
