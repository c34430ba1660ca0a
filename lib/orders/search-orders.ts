import { and, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { orderItems, orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { searchTerms } from "@/lib/orders/search-terms";

const MOST_PRODUCTS = 50;

/** So many of the newest for each way to be found: who searches for half of the shop is shown those. */
const MOST_FOUND = 1000;

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
 * The condition that an order is found by words: by its number or the beginning of it, its buyer's name, phone or
 * e-mail, what was bought or its tracking number, each by an index of its own, and only among the orders that `within`
 * leaves.
 */
export async function searchOrders(db: Database, search: string, within: SQL | undefined): Promise<SQL> {
  const productIds = await findProductIds(db, search.trim());
  const found = (condition: SQL | undefined): SQL =>
    sql`(${db
      .select({ id: orders.id })
      .from(orders)
      .where(and(within, condition))
      .orderBy(desc(orders.id))
      .limit(MOST_FOUND)})`;
  const branches = [...conditionsOf(search), ...(productIds.length > 0 ? [bought(db, productIds)] : [])].map(found);
  if (branches.length === 0) return sql`false`;
  return sql`${orders.id} in (${sql.join(branches, sql` union all `)})`;
}

const bought = (db: Database, productIds: number[]): SQL =>
  inArray(
    orders.id,
    db
      .select({ id: orderItems.orderId })
      .from(orderItems)
      .where(inArray(orderItems.productId, productIds))
      .orderBy(desc(orderItems.id))
      .limit(MOST_FOUND),
  );

function conditionsOf(search: string): SQL[] {
  const conditions: SQL[] = [];
  const { number, name, phones, email, tracking } = searchTerms(search);
  if (number) conditions.push(sql`${orders.orderNumber} between ${number.from} and ${number.to}`);
  if (name) conditions.push(ilike(orders.customerName, name));
  const phone = sql`right(${orders.customerPhone}, 10)`;
  if (phones?.exact) conditions.push(inArray(phone, phones.exact));
  if (phones?.range) conditions.push(sql`${phone} between ${phones.range.from} and ${phones.range.to}`);
  if (email) {
    const isLike = (column: SQL): SQL => sql`${column} between ${email.from} and ${email.to}`;
    conditions.push(isLike(sql`lower(${orders.customerEmail})`));
    conditions.push(
      sql`${orders.userId} in (select account.id from ${users} as account
        where ${isLike(sql`lower(account.email)`)} limit ${MOST_FOUND})`,
    );
  }
  if (tracking) {
    conditions.push(sql`${inArray(orders.trackingNumber, tracking)} and ${orders.trackingNumber} <> ''`);
  }
  return conditions;
}
