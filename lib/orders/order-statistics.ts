import { count, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { orders } from "@/db/schema/orders";
import { shopStatistics, statisticsView } from "@/lib/figures/shop-statistics";
import type { StatisticsView } from "@/lib/orders/schemas";
import { isStaff, type UserCtx } from "@/lib/shared/context";

const sumWhere = (amount: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(${amount}) filter (where ${condition}), 0)::bigint`;

/** Of one's own orders; for staff of all, from the figures. Spent is money received less money given back. */
export async function orderStatistics(ctx: UserCtx): Promise<z.infer<typeof StatisticsView>> {
  if (isStaff(ctx.actor)) return shopStatistics(ctx.db);
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
    .where(eq(orders.userId, ctx.actor.userId));
  return statisticsView(found);
}
