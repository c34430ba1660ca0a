import { desc, eq, sql } from "drizzle-orm";
import { stockChanges } from "@/db/schema/stock";
import { users } from "@/db/schema/users";
import type { Ctx } from "@/lib/shared/context";
import type { StockChangeView } from "@/lib/stock/schemas";

const SHOWN = 50;

/** The last changes of a product's stock that were no sales, the newest first. */
export async function listStockChanges({ db }: Pick<Ctx, "db">, productId: number): Promise<StockChangeView[]> {
  const rows = await db
    .select({ change: stockChanges, email: users.email })
    .from(stockChanges)
    .leftJoin(users, eq(users.id, sql`substring(${stockChanges.actor} from '^user:([0-9]+)$')::bigint`))
    .where(eq(stockChanges.productId, productId))
    .orderBy(desc(stockChanges.id))
    .limit(SHOWN);
  return rows.map(({ change: row, email }) => ({
    id: row.id,
    kind: row.kind,
    pieces: row.pieces,
    stock_after: row.stockAfter,
    reason: row.reason,
    actor: row.actor,
    actor_email: email,
    order_id: row.orderId,
    created_at: row.createdAt.toISOString(),
  }));
}
