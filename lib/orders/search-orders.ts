import { and, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { orderItems, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { buyerConditions } from "@/lib/orders/buyer-conditions";
import { trackingKey } from "@/lib/settlements/tracking-key";
import { searchTerms } from "@/lib/orders/search-terms";

const MOST_PRODUCTS = 50;

/** So many of the newest for each way to be found: who searches for half of the shop is shown those. */
const MOST_FOUND = 500;

async function findProductIds(db: Database, code: string): Promise<number[]> {
  const part = searchTerms(code).name;
  const isIt = or(
    eq(products.itemCode, code.toUpperCase()),
    part === null ? undefined : ilike(products.name, part),
    part === null ? undefined : ilike(products.nameUr, part),
  );
  const rows = await db.select({ id: products.id }).from(products).where(isIt).limit(MOST_PRODUCTS);
  return rows.map(({ id }) => id);
}

/**
 * The orders that are found by words, newest first: by their number, the beginning of it or the end of its code, their
 * buyer's name, phone or e-mail, what was bought, their tracking number or an attempt to pay them, each by an index of its own, and only among the
 * orders that `within` leaves. Looked for before anything is asked about them: no plan then walks through all orders.
 */
export async function findOrderIds(db: Database, search: string, within: SQL | undefined): Promise<number[]> {
  const productIds = await findProductIds(db, search.trim());
  const found = (condition: SQL | undefined): SQL =>
    sql`(${db
      .select({ id: orders.id })
      .from(orders)
      .where(and(within, condition))
      .orderBy(desc(orders.id))
      .limit(MOST_FOUND)})`;
  const branches = [...conditionsOf(search), ...(productIds.length > 0 ? [bought(db, productIds)] : [])].map(found);
  if (branches.length === 0) return [];
  const rows = await db.execute<{ id: number }>(sql.join(branches, sql` union all `));
  return [...new Set(rows.map(({ id }) => id))].toSorted((a, b) => b - a);
}

export const isOneOf = (ids: readonly number[]): SQL => sql`${orders.id} = any(${`{${ids.join(",")}}`}::bigint[])`;

/** The same as a condition. */
export const searchOrders = async (db: Database, search: string, within: SQL | undefined): Promise<SQL> =>
  isOneOf(await findOrderIds(db, search, within));

const bought = (db: Database, productIds: number[]): SQL =>
  inArray(
    orders.id,
    db
      .select({ id: orderItems.orderId })
      .from(orderItems)
      .where(inArray(orderItems.productId, productIds))
      .orderBy(desc(orderItems.orderId))
      .limit(MOST_FOUND),
  );

/** An attempt to pay it, by our reference, JazzCash's or a voucher's number. */
const paidBy = (reference: string): SQL =>
  sql`${orders.id} in (select attempt.order_id from ${payments} as attempt
    where attempt.transaction_id = ${reference.toUpperCase()} or attempt.gateway_reference = ${reference}
      or attempt.voucher_number = ${reference})`;

function conditionsOf(search: string): SQL[] {
  const conditions: SQL[] = [];
  const { number, numberEnd, name, tracking } = searchTerms(search);
  if (number) conditions.push(sql`${orders.orderNumber} between ${number.from} and ${number.to}`);
  if (numberEnd) {
    const { from, to, day } = numberEnd;
    const isDay = day === null ? sql`true` : sql`right(${orders.orderNumber}, 8) = ${day}`;
    conditions.push(sql`reverse(substr(${orders.orderNumber}, 5, 8)) between ${from} and ${to} and ${isDay}`);
  }
  if (name) conditions.push(ilike(orders.customerName, name));
  conditions.push(...buyerConditions(search, MOST_FOUND), paidBy(search.trim()));
  if (tracking) {
    const isIt = sql`${trackingKey(sql`${orders.trackingNumber}`)} = ${tracking}`;
    conditions.push(sql`${isIt} and ${orders.trackingNumber} <> ''`);
  }
  return conditions;
}
