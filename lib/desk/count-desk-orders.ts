import { count, type SQL, sql } from "drizzle-orm";
import { orderFigures } from "@/db/schema/figures";
import { orders } from "@/db/schema/orders";
import type { DeskQuery } from "@/lib/desk/schemas";
import { countByFigures } from "@/lib/orders/count-by-figures";
import type { Ctx } from "@/lib/shared/context";

const UNSHIPPED = sql`${orderFigures.status} in ('confirmed', 'in_progress')
  and ${orderFigures.paymentStatus} <> 'refunded'`;

/**
 * How many orders there are of a kind: by the shop's figures where these know, by counting what was searched for; null
 * where all of them would have to be looked at.
 */
export async function countDeskOrders(
  { db }: Pick<Ctx, "db">,
  query: DeskQuery,
  where: SQL | undefined,
): Promise<number | null> {
  if (query.search) {
    const [found] = await db.select({ count: count() }).from(orders).where(where);
    return found?.count ?? 0;
  }
  if (query.method || query.city || query.queue === "to_call") return null;
  return countByFigures(db, query, query.queue === "unshipped" ? UNSHIPPED : undefined);
}
