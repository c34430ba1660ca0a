import { and, asc, count, desc, eq, ilike, inArray, or, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems, orderStatusHistory, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { orderView } from "@/lib/orders/order-view";
import type { ListOrdersQuery, OrderView } from "@/lib/orders/schemas";
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

/** One order that the person may see, or null. */
export async function findOrder(ctx: UserCtx, orderId: number): Promise<OrderView | null> {
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), visibleOrders(ctx)));
  const [view] = await viewsOf(ctx.db, rows);
  return view ?? null;
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The orders that the person may see, newest first. Searching looks at number, name, phone and e-mail. */
export async function listOrders(ctx: UserCtx, query: ListOrdersQuery): Promise<{ count: number; rows: OrderView[] }> {
  const search = query.search
    ? or(
        ...[orders.orderNumber, orders.customerName, orders.customerPhone, orders.customerEmail].map((column) =>
          ilike(column, pattern(query.search ?? "")),
        ),
      )
    : undefined;
  const where = and(
    visibleOrders(ctx),
    query.status ? eq(orders.status, query.status) : undefined,
    query.payment_status ? eq(orders.paymentStatus, query.payment_status) : undefined,
    search,
  );
  const [[total], rows] = await Promise.all([
    ctx.db.select({ count: count() }).from(orders).where(where),
    ctx.db
      .select()
      .from(orders)
      .where(where)
      .orderBy(desc(orders.id))
      .limit(query.page_size)
      .offset((query.page - 1) * query.page_size),
  ]);
  return { count: total?.count ?? 0, rows: await viewsOf(ctx.db, rows) };
}
