import type { Browser, Page } from "@playwright/test";
import { expect, putInCart, test, title } from "./shopper";

const ADMIN = { email: "admin@example.com", password: "admin-demo-1" };

/** An administrator's own browser, beside the shopper's. */
async function anAdmin(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  await page.request.post("/api/auth/callback/credentials", { form: { csrfToken, ...ADMIN }, maxRedirects: 0 });
  return page;
}

/** What a shopper ordered by the API, to be paid in cash. */
async function aCashOrder(shopper: Page): Promise<{ id: number; order_number: string; payment_id: number }> {
  await putInCart(shopper, "FG001", 2);
  const data = {
    shipping_address: "House 5",
    shipping_city: "Multan",
    customer_name: "Bilal Ahmed",
    customer_phone: "03001234567",
  };
  const { order } = await (await shopper.request.post("/api/cart/orders/", { data })).json();
  const wish = { order_id: order.id, payment_method: "cash_on_delivery" };
  const { payment_id } = await (await shopper.request.post("/api/cart/payments/initiate/", { data: wish })).json();
  return { ...order, payment_id };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("an order is found, taken on with courier and tracking number, and its buyer sees both", async ({
  shopper,
  browser,
}) => {
  const { id, order_number } = await aCashOrder(shopper);
  const desk = await anAdmin(browser);
  await desk.goto("/admin/orders");
  await desk.getByRole("searchbox", { name: "Search" }).fill(order_number.replaceAll("-", "").toLowerCase());
  await desk.keyboard.press("Enter");
  await desk.getByRole("checkbox", { name: `Choose ${order_number}` }).check();
  await button(desk, "Start").click();
  await expect(desk.getByText("1 order was started:")).toBeVisible();
  await desk.getByRole("link", { name: order_number }).click();
  await title(desk, order_number);
  await desk.getByRole("textbox", { name: "Courier" }).fill("TCS");
  await desk.getByRole("textbox", { name: "Tracking number" }).fill("779412001");
  await button(desk, "Ship").click();
  await expect(button(desk, "Deliver")).toBeVisible();
  await shopper.goto(`/orders/${id}`);
  await expect(shopper.getByText("779412001")).toBeVisible();
  for (const path of ["/admin/orders", `/admin/orders/${id}`, `/admin/orders/${id}/slip`]) {
    expect((await shopper.request.get(path)).status()).toBe(404);
  }
  await desk.context().close();
});

test("of two people on one order the second hears what the first did, and nothing is overwritten", async ({
  shopper,
  browser,
}) => {
  const { id } = await aCashOrder(shopper);
  const desk = await anAdmin(browser);
  await desk.goto(`/admin/orders/${id}`);
  await desk.request.patch(`/api/cart/orders/${id}/update_status/`, { data: { status: "in_progress" } });
  await desk.getByRole("textbox", { name: "Why it is cancelled" }).fill("Out of reach");
  await button(desk, "Cancel order").click();
  const alert = desk.getByRole("alert").filter({ hasText: "Somebody changed this order meanwhile" });
  await expect(alert).toContainText("Now: Being packed, Not paid.");
  await desk.reload();
  await expect(button(desk, "Ship")).toBeVisible();
  await button(desk, "Cancel order").click();
  await expect(desk.getByText("Nothing is to be done with this order.")).toBeVisible();
  await expect(desk.getByRole("table", { name: "Stock" }).getByText("Returned")).toBeVisible();
  await desk.context().close();
});

test("cash is recorded, goods come back with their price, and the buyer's receipt says so", async ({
  shopper,
  browser,
}) => {
  const { id } = await aCashOrder(shopper);
  const desk = await anAdmin(browser);
  for (const status of ["in_progress", "shipped", "delivered"]) {
    await desk.request.patch(`/api/cart/orders/${id}/update_status/`, { data: { status } });
  }
  await desk.goto(`/admin/orders/${id}`);
  await button(desk, "Record cash").click();
  await expect(button(desk, "Record cash")).toBeHidden();
  await desk.getByRole("spinbutton", { name: /^Pieces of/ }).fill("1");
  await desk.getByRole("textbox", { name: "Why it came back" }).fill("Torn");
  await desk.getByRole("checkbox", { name: /^Give their price back/ }).check();
  await button(desk, "Take back").click();
  await expect(desk.getByText("1 came back")).toBeVisible();
  await expect(desk.getByRole("table", { name: "Money in and out" }).getByText("Rs 1,500")).toBeVisible();
  await expect(desk.getByText(/took back what came of order .*: 1 piece for sale again/)).toBeVisible();
  await desk.getByRole("textbox", { name: "Amount" }).fill("9,999");
  await button(desk, "Refund").click();
  await expect(desk.getByText("This is needed.")).toBeVisible();
  await expect(desk.getByRole("textbox", { name: "Amount" })).toHaveValue("9,999");
  await shopper.goto(`/orders/${id}/receipt`);
  await expect(shopper.getByText("Came back: 1")).toBeVisible();
  await desk.context().close();
});

test("in Urdu without scripts the desk works, and a note and a message stay with the order", async ({
  shopper,
  browser,
}) => {
  const { id, order_number } = await aCashOrder(shopper);
  const admin = await anAdmin(browser);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await admin.context().storageState(),
  });
  const desk = await context.newPage();
  await desk.goto(`/ur/admin/orders?search=${order_number}`);
  await desk.getByRole("link", { name: order_number }).click();
  await title(desk, order_number);
  await desk.getByRole("textbox", { name: "یادداشت" }).fill("دروازے پر گھنٹی بجائیں");
  await button(desk, "یادداشت لکھیں").click();
  await expect(desk.getByText("دروازے پر گھنٹی بجائیں").first()).toBeVisible();
  await desk.getByRole("textbox", { name: "پیغام" }).fill("ہم شام کو آئیں گے");
  await button(desk, "بھیج دیں").click();
  await expect(desk.getByText("گاہک کو لکھا گیا")).toBeVisible();
  await button(desk, "شروع کریں").click();
  await expect(button(desk, "بھیجیں")).toBeVisible();
  await desk.goto(`/ur/admin/orders/${id}/slip`);
  await title(desk, order_number);
  await expect(desk.getByRole("article")).toContainText("Collect Rs 3,000");
  await Promise.all([context.close(), admin.context().close()]);
});
