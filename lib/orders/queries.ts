import { and, asc, desc, eq, getTableColumns, inArray, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems, orderStatusHistory, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { countByFigures } from "@/lib/orders/count-by-figures";
import { orderView } from "@/lib/orders/order-view";
import { VERSION } from "@/lib/orders/require-version";
import type { ListOrdersQuery, OrderView } from "@/lib/orders/schemas";
import { searchOrders } from "@/lib/orders/search-orders";
import { paymentView } from "@/lib/payments/payment-view";
import { isStaff, type UserCtx } from "@/lib/shared/context";

type OrderRow = typeof orders.$inferSelect;

/** What somebody may see of the orders: their own, or all of them for staff. */
export const visibleOrders = ({ actor }: UserCtx): SQL | undefined =>
  isStaff(actor) ? undefined : eq(orders.userId, actor.userId);

async function viewsOf(db: Database, rows: OrderRow[]): Promise<OrderView[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [items, attempts, history] = await Promise.all([
    db.select().from(orderItems).where(inArray(orderItems.orderId, ids)).orderBy(asc(orderItems.id)),
    db.select().from(payments).where(inArray(payments.orderId, ids)).orderBy(asc(payments.id)),
    db
      .select()
      .from(orderStatusHistory)
      .where(inArray(orderStatusHistory.orderId, ids))
      .orderBy(asc(orderStatusHistory.id)),
  ]);
  return rows.map((row) =>
    orderView(
      row,
      items.filter((item) => item.orderId === row.id),
      attempts.filter((payment) => payment.orderId === row.id).map(paymentView),
      history.filter((change) => change.orderId === row.id),
    ),
  );
}

/** One order that the person may see, with the version that it had when it was read; or null. */
export async function findVersionedOrder(
  ctx: UserCtx,
  orderId: number,
): Promise<{ order: OrderView; version: string } | null> {
  const rows = await ctx.db
    .select({ ...getTableColumns(orders), version: VERSION })
    .from(orders)
    .where(and(eq(orders.id, orderId), visibleOrders(ctx)));
  const [order] = await viewsOf(ctx.db, rows);
  const version = rows[0]?.version;
  return order && version !== undefined ? { order, version } : null;
}

/** One order that the person may see, or null. */
export const findOrder = async (ctx: UserCtx, orderId: number): Promise<OrderView | null> =>
  (await findVersionedOrder(ctx, orderId))?.order ?? null;

/** The orders that the person may see, newest first. */
export async function listOrders(ctx: UserCtx, query: ListOrdersQuery): Promise<{ count: number; rows: OrderView[] }> {
  const narrowed = and(
    visibleOrders(ctx),
    query.status ? eq(orders.status, query.status) : undefined,
    query.payment_status ? eq(orders.paymentStatus, query.payment_status) : undefined,
  );
  const where = query.search ? await searchOrders(ctx.db, query.search, narrowed) : narrowed;
  const isOfAll = isStaff(ctx.actor) && !query.search;
  const [total, rows] = await Promise.all([
    isOfAll ? countByFigures(ctx.db, query) : ctx.db.$count(orders, where),
    ctx.db
      .select()
      .from(orders)
      .where(where)
      .orderBy(desc(orders.id))
      .limit(query.page_size)
      .offset((query.page - 1) * query.page_size),
  ]);
  return { count: total, rows: await viewsOf(ctx.db, rows) };
}
