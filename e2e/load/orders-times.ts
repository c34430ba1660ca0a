import { eq, sql } from "drizzle-orm";
import { orderItems, orders } from "@/db/schema/orders";
import { busyShop } from "@/e2e/load/busy-shop";
import { share, timeOf } from "@/e2e/load/time-of";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { findDeskOrders } from "@/lib/desk/find-desk-orders";
import { DeskQuery } from "@/lib/desk/schemas";
import { dayOf, daysAfter } from "@/lib/figures/model";

const ORDERS = Number(process.env.ORDERS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 40);
const now = new Date();

const { db, ctx, stop } = await busyShop(ORDERS, now);

/** An order in the middle of the year, by which things are looked for. */
const [some] = await db
  .select()
  .from(orders)
  .where(sql`${orders.id} > ${ORDERS / 2} and ${orders.trackingNumber} <> '' and ${orders.customerEmail} <> ''`)
  .orderBy(orders.id)
  .limit(1);
if (!some) throw new Error("there is no order to look for");
const [item] = await db.select().from(orderItems).where(eq(orderItems.orderId, some.id));
const [productName] = await db.execute<{ name: string }>(sql`select name from products where id = ${item?.productId}`);
const [code] = await db.execute<{ itemCode: string }>(
  sql`select item_code from products where id = ${item?.productId}`,
);
const day = daysAfter(dayOf(now), -180);

const QUERIES: Record<string, object> = {
  all: {},
  "page 40": { page: "40" },
  "being packed": { status: "in_progress" },
  delivered: { status: "delivered" },
  "shipped, unpaid": { status: "shipped", payment_status: "unpaid" },
  "partly given back": { payment_status: "partially_refunded" },
  "cash to be called": { queue: "to_call" },
  "to be sent": { queue: "unshipped" },
  cash: { method: "cash_on_delivery" },
  "wallet, cancelled": { method: "jazzcash_wallet", status: "cancelled" },
  "a frequent city": { city: "Karachi" },
  "a city that is not there": { city: "Nowhere" },
  "one day": { from: day, to: day },
  "a quarter, delivered": { from: daysAfter(day, -90), to: day, status: "delivered" },
  "the number": { search: some.orderNumber },
  "the beginning of its code": { search: some.orderNumber.slice(4, 9) },
  "the end of its code": { search: some.orderNumber.slice(8, 12) },
  "a frequent name": { search: "khan" },
  "a frequent name, shipped": { search: "khan", status: "shipped" },
  "a frequent name, cash to be called": { search: "khan", queue: "to_call" },
  "a rare name": { search: "Zarmina" },
  "a rare name, delivered": { search: "Zarmina", status: "delivered" },
  "two words": { search: "fatima siddiqui" },
  "a phone": { search: some.customerPhone },
  "the beginning of a phone": { search: some.customerPhone.slice(0, 7) },
  "an e-mail": { search: some.customerEmail },
  "a tracking number": { search: some.trackingNumber },
  "a product's code": { search: code?.itemCode },
  "a product's name": { search: productName?.name },
  "half of the products": { search: "thing" },
  "half of the products, shipped": { search: "thing", status: "shipped" },
  nothing: { search: "xqzvw" },
};

console.log("\np50 and p95 in ms, and how many were found");
const slow: string[] = [];
for (const [name, query] of Object.entries(QUERIES)) {
  const times: number[] = [];
  const run = () => findDeskOrders(ctx, DeskQuery.parse(query));
  for (let round = -3; round < ROUNDS; round++) {
    const ms = await timeOf(run);
    if (round >= 0) times.push(ms);
  }
  const { rows, count } = await run();
  console.log(`${share(times, 0.5)} ${share(times, 0.95)}  ${name} (${count ?? `${rows.length} shown`})`);
  if (Number(share(times, 0.95)) > 100) slow.push(name);
}
const page: number[] = [];
for (let round = 0; round < ROUNDS; round++) page.push(await timeOf(() => findDeskOrder(ctx, some.id)));
console.log(`${share(page, 0.5)} ${share(page, 0.95)}  the page of one order`);
console.log(slow.length > 0 ? `\nOver 100 ms: ${slow.join(", ")}` : "\nNone is over 100 ms.");
await stop();
