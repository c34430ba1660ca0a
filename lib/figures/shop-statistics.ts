import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { orderFigures } from "@/db/schema/figures";
import { statement } from "@/db/statement";
import type { StatisticsView } from "@/lib/orders/schemas";
import { formatAmount, paisa } from "@/lib/shared/money";

type Found = { total: number; pending: number; delivered: number; spent: number; owed: number };

const SHOP = statement<object, Found>(
  () => sql`
    select coalesce(sum(orders), 0)::bigint as total,
      coalesce(sum(orders) filter (where status = 'pending'), 0)::bigint as pending,
      coalesce(sum(orders) filter (where status = 'delivered'), 0)::bigint as delivered,
      coalesce(sum(paid_paisa - refunded_paisa), 0)::bigint as spent,
      coalesce(sum(total_paisa) filter (where payment_status = 'unpaid' and status <> 'cancelled'), 0)::bigint as owed
    from ${orderFigures}`,
);

export const statisticsView = (found: Found | undefined): z.infer<typeof StatisticsView> => ({
  total_orders: found?.total ?? 0,
  pending_orders: found?.pending ?? 0,
  completed_orders: found?.delivered ?? 0,
  total_spent: formatAmount(paisa(found?.spent ?? 0)),
  unpaid_amount: formatAmount(paisa(found?.owed ?? 0)),
});

/** Of all orders that the shop ever had: exact, and as quick with a million as with ten. */
export async function shopStatistics(db: Database): Promise<z.infer<typeof StatisticsView>> {
  const [found] = await SHOP(db, {});
  return statisticsView(found);
}
