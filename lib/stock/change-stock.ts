import { eq } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { recordAudit } from "@/lib/audit/record-audit";
import type { RecordResult } from "@/lib/http/idempotency";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";
import { type LockedProduct, lockProduct } from "@/lib/stock/lock-product";
import { decideStock, MOST_STOCK } from "@/lib/stock/model";
import { sayStockChange } from "@/lib/stock/say-stock-change";
import type { ChangeStockInput } from "@/lib/stock/schemas";

/** Staff write down why there are more or fewer pieces of a product; 409 where a count is of a stock that has changed, and where more went than there are. */
export async function changeStock(
  ctx: UserCtx,
  { itemCode, ...change }: ChangeStockInput & { itemCode: string },
  recordResult?: RecordResult,
): Promise<{ stock: number }> {
  requireStaff(ctx.actor, "Stock is for the shop's staff.");
  return ctx.db.transaction(async (tx) => {
    const product = await lockProduct(tx, itemCode);
    const stock = await changeLockedStock({ ...ctx, db: tx }, product, change);
    await recordResult?.(tx, product.id);
    return { stock };
  });
}

/** The same of a product that the caller's transaction has locked already. */
export async function changeLockedStock(
  ctx: UserCtx,
  { id, itemCode, stock }: LockedProduct,
  change: ChangeStockInput,
): Promise<number> {
  const decision = decideStock(stock, change);
  if (decision.kind === "changed") {
    const changes = [{ field: "stock", seen: String(change.seen), now: String(stock) }];
    throw new AppError("changed_meanwhile", `There are ${stock} now, not ${change.seen}.`, { changes });
  }
  if (decision.kind === "too_few") {
    const errors = [{ path: "pieces", message: `there are only ${stock}` }];
    throw new AppError("insufficient_stock", `There are only ${stock} pieces.`, { available: stock, errors });
  }
  if (decision.kind === "too_many") throw invalidField("pieces", `there can be at most ${MOST_STOCK}`);
  if (decision.stock === stock) return stock;
  const { kind, reason } = change;
  await sayStockChange(ctx, { kind, reason });
  await ctx.db.update(products).set({ stock: decision.stock, updatedAt: ctx.now }).where(eq(products.id, id));
  await recordAudit(
    ctx.db,
    ctx,
    `stock.${kind}`,
    `product:${id}`,
    { item_code: itemCode, reason },
    {
      before: { stock },
      after: { stock: decision.stock },
    },
  );
  return decision.stock;
}
