import { sql } from "drizzle-orm";
import { actorName, type Ctx } from "@/lib/shared/context";
import type { StockChangeKind } from "@/lib/stock/model";

/** Who and why, for the rows that the database writes itself when this transaction changes stock after this. */
export async function sayStockChange(
  { db, actor }: Pick<Ctx, "db" | "actor">,
  { kind, reason, orderId }: { kind: StockChangeKind; reason: string; orderId?: number },
): Promise<void> {
  const about = JSON.stringify({ kind, reason, actor: actorName(actor), order_id: orderId });
  await db.execute(sql`select set_config('sauda.stock_change', ${about}, true)`);
}
