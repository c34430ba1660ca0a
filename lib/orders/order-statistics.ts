import { count, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders } from "@/db/schema/orders";
import { visibleOrders } from "@/lib/orders/queries";
import type { StatisticsView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, paisa } from "@/lib/shared/money";

const sumWhere = (amount: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(${amount}) filter (where ${condition}), 0)::bigint`;

/** Of one's own orders; for staff of all. Spent is money received less money given back. */
export async function orderStatistics(ctx: UserCtx): Promise<z.infer<typeof StatisticsView>> {
  const [found] = await ctx.db
    .select({
      total: count(),
      pending: sql<number>`count(*) filter (where ${orders.status} = 'pending')`,
      delivered: sql<number>`count(*) filter (where ${orders.status} = 'delivered')`,
      spent: sumWhere(sql`${orders.paidPaisa} - ${orders.refundedPaisa}`, sql`true`),
      owed: sumWhere(
        sql`${orders.totalPaisa}`,
        sql`${orders.paymentStatus} = 'unpaid' and ${orders.status} <> 'cancelled'`,
      ),
    })
    .from(orders)
    .where(visibleOrders(ctx));
  return {
    total_orders: found?.total ?? 0,
    pending_orders: found?.pending ?? 0,
    completed_orders: found?.delivered ?? 0,
    total_spent: formatAmount(paisa(found?.spent ?? 0)),
    unpaid_amount: formatAmount(paisa(found?.owed ?? 0)),
  };
}
