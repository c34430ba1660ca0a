import { sql } from "drizzle-orm";
import { orderFigures } from "@/db/schema/figures";
import type { DeskQuery } from "@/lib/desk/schemas";
import { countByFigures } from "@/lib/orders/count-by-figures";
import type { Ctx } from "@/lib/shared/context";

const UNSHIPPED = sql`${orderFigures.status} in ('confirmed', 'in_progress')
  and ${orderFigures.paymentStatus} <> 'refunded'`;

/** How many orders the filters leave, where the shop's figures know it; null where all would have to be looked at. */
export async function countDeskOrders({ db }: Pick<Ctx, "db">, query: DeskQuery): Promise<number | null> {
  if (query.method || query.city || query.queue === "to_call") return null;
  return countByFigures(db, query, query.queue === "unshipped" ? UNSHIPPED : undefined);
}
