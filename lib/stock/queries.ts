import { desc, eq, sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { stockChanges } from "@/db/schema/stock";
import { users } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { withOrdered } from "@/lib/stock/model";
import type { StockChangeView } from "@/lib/stock/schemas";

const SHOWN = 50;

/** The last changes of a product's stock that were no sales, the newest first, each with what orders took before it. */
export async function listStockChanges({ db, actor }: UserCtx, productId: number): Promise<StockChangeView[]> {
  requireStaff(actor);
  const rows = await db
    .select({ change: stockChanges, email: users.email })
    .from(stockChanges)
    .leftJoin(users, eq(users.id, sql`substring(${stockChanges.actor} from '^user:([0-9]+)$')::bigint`))
    .where(eq(stockChanges.productId, productId))
    .orderBy(desc(stockChanges.id))
    .limit(SHOWN + 1);
  const changes = rows.map(({ change: row, email }) => ({
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
  return withOrdered(changes).slice(0, SHOWN);
}

/** How many pieces there are of a product; null where there is none. */
export async function findStock({ db, actor }: UserCtx, productId: number): Promise<{ stock: number } | null> {
  requireStaff(actor);
  const [found] = await db.select({ stock: products.stock }).from(products).where(eq(products.id, productId));
  return found ?? null;
}
