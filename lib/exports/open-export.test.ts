import { parse } from "csv-parse/sync";
import { desc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { products } from "@/db/schema/catalog";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, aProduct, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import type { ExportName } from "@/lib/exports/model";
import { openExport } from "@/lib/exports/open-export";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";

const { db } = testDatabase();

async function exported(name: ExportName, filters: Record<string, string> = {}) {
  const admin = await somebody(db, { role: "admin" });
  const bytes = Buffer.from(await new Response(await openExport(admin, { name, filters })).arrayBuffer());
  expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  return { admin, text: bytes.toString(), rows };
}

const entriesOf = (name: string, actor: string) =>
  db
    .select()
    .from(auditLog)
    .where(sql`subject = ${`export:${name}`} and actor = ${actor}`)
    .orderBy(auditLog.id);

test("orders come with their money and lines, Urdu intact, formulas told to be text", async () => {
  const buyer = await somebody(db);
  const product = await aProduct(db, { name: '=HYPERLINK("http://evil.example")' });
  await addItem(buyer, { product_item_code: product.itemCode, quantity: 2 });
  const order = await placeOrder(buyer, orderInput({ customer_name: "عائشہ، لاہور", notes: "=cmd|' /C calc'!A0" }));
  const { admin, rows } = await exported("orders", { search: order.order_number });
  expect(rows).toMatchObject([
    {
      order_number: order.order_number,
      total_amount: "3000.00",
      paid_amount: "0.00",
      created_at: "2026-11-25T07:00:00.000Z",
      customer_name: "عائشہ، لاہور",
      items: `'=HYPERLINK("http://evil.example") (${product.itemCode}) × 2`,
      notes: "'=cmd|' /C calc'!A0",
    },
  ]);
  const stock = await exported("stock", { product: product.itemCode });
  expect(stock.rows.map((row) => row.product_name)).toContain('\'=HYPERLINK("http://evil.example")');
  const entries = await entriesOf("orders", `user:${admin.actor.userId}`);
  expect(entries.map(({ action, details }) => [action, details])).toEqual([
    ["export.begin", { search: "…" }],
    ["export.end", { search: "…", rows: 1, whole: "yes" }],
  ]);
});

test("filters are the page's: days of Pakistan's calendar, states; what is no filter of it is passed over", async () => {
  const buyer = await somebody(db, { now: new Date("2026-03-01T19:30:00Z") }); // half past midnight in Pakistan
  const { order } = await anOrder(buyer);
  const found = async (filters: Record<string, string>) =>
    (await exported("orders", filters)).rows.some((row) => row.order_number === order.order_number);
  expect(await found({ from: "2026-03-02", to: "2026-03-02", status: "", page: "7" })).toBe(true);
  expect(await found({ to: "2026-03-01" })).toBe(false);
  expect(await found({ from: "2026-03-03" })).toBe(false);
  expect(await found({ status: "delivered" })).toBe(false);
  const admin = await somebody(db, { role: "admin" });
  await expect(openExport(admin, { name: "orders", filters: { status: "lost" } })).rejects.toThrow();
});

test("payments and refunds say how much came and went", async () => {
  const buyer = await somebody(db);
  const { order, payment } = await anAttempt(buyer, "cash_on_delivery");
  const admin = await somebody(db, { role: "admin" });
  await recordCash(admin, { paymentId: payment.payment_id });
  await refundPayment(admin, { paymentId: payment.payment_id, amount: "500.00", reason: "-broken" });
  const payments = await exported("payments", { search: order.order_number });
  expect(payments.rows).toMatchObject([
    { amount: "3000.00", refunded_amount: "500.00", status: "partially_refunded", is_surplus: "false" },
  ]);
  const refunds = await exported("refunds", { status: "completed" });
  expect(refunds.rows.at(-1)).toMatchObject({
    transaction_id: payment.transaction_id,
    amount: "500.00",
    reason: "'-broken",
    by: `user:${admin.actor.userId}`,
  });
});

test("the pieces that went in and out add up to the stock, also after a cancelled order", async () => {
  const buyer = await somebody(db);
  const { order, product } = await anOrder(buyer);
  await anOrderOf(buyer.db, product.itemCode);
  await cancelOrder(buyer, { orderId: order.id, reason: "", returned: false, restock: false });
  await db
    .update(products)
    .set({ stock: sql`stock + 5` })
    .where(eq(products.id, product.id));
  const { rows } = await exported("stock", { product: product.itemCode });
  expect(rows.map((row) => [row.kind, Number(row.pieces)])).toEqual([
    ["opening", 10],
    ["direct", 5],
    ["order", -2],
    ["order", -3],
    ["order", 2],
  ]);
  const sum = rows.reduce((pieces, row) => pieces + Number(row.pieces), 0);
  expect(sum).toBe(await stockOf(db, product.id));
});

test("products are those that the list shows", async () => {
  const { itemCode } = await aProduct(db, { name: "Kashmiri Chai" });
  const { itemCode: other } = await aProduct(db);
  const codes = async (filters: Record<string, string>) =>
    (await exported("products", filters)).rows.map(({ item_code }) => item_code);
  expect(await codes({ search: "kashmiri", show: "active", category: "tests" })).toEqual([itemCode]);
  expect(await codes({ search: "kashmiri", show: "inactive" })).toEqual([]);
  expect(await codes({})).toEqual(expect.arrayContaining([itemCode, other]));
});

async function anOrderOf(database: Database, itemCode: string) {
  const buyer = await somebody(database);
  await addItem(buyer, { product_item_code: itemCode, quantity: 3 });
  return placeOrder(buyer, orderInput());
}

test("the audit is exported with the actor's mail", async () => {
  const { admin } = await exported("refunds");
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, admin.actor.userId));
  const { rows } = await exported("audit", { actor: row?.email ?? "" });
  expect(rows.map(({ email, action, subject }) => [email, action, subject])).toEqual([
    [row?.email, "export.begin", "export:refunds"],
    [row?.email, "export.end", "export:refunds"],
  ]);
});

test("nobody but an administrator has an export", async () => {
  for (const role of ["staff", "customer"] as const) {
    const ctx = await somebody(db, { role });
    await expect(openExport(ctx, { name: "orders", filters: {} })).rejects.toMatchObject({ code: "forbidden" });
  }
  const [last] = await db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
  expect(last?.action).toBe("export.end");
});
