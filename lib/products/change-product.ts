import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { pictures } from "@/db/schema/pictures";
import { recordAudit } from "@/lib/audit/record-audit";
import type { RecordResult } from "@/lib/http/idempotency";
import { hashIn } from "@/lib/pictures/model";
import { columnsOf } from "@/lib/products/columns-of";
import type { ProductFields } from "@/lib/products/model";
import { fieldsOf, productView } from "@/lib/products/product-view";
import type { ManagedProductView } from "@/lib/products/schemas";
import { changedSince, changesOf } from "@/lib/shared/changes";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireAdmin, requireStaff } from "@/lib/shared/require-role";
import { changeLockedStock } from "@/lib/stock/change-stock";
import { lockProduct } from "@/lib/stock/lock-product";

export type ChangeProduct = {
  itemCode: string;
  changes: Partial<ProductFields>;
  /** What the changed fields were when they were looked at. */
  seen: Partial<ProductFields>;
  count?: { seen: number; pieces: number; reason: string };
};

/**
 * Writes what is to be changed of a product, and counts its stock with it, all or nothing. 409 `changed_meanwhile`,
 * naming the fields, where somebody else has changed one of them since it was seen.
 */
export async function changeProduct(
  ctx: UserCtx,
  input: ChangeProduct,
  recordResult?: RecordResult,
): Promise<ManagedProductView> {
  requireStaff(ctx.actor);
  const { itemCode, seen, count } = input;
  const changes = Object.fromEntries(Object.entries(input.changes).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) {
    requireAdmin(ctx.actor, "Products and their prices are for the shop's administrators.");
  }
  return ctx.db.transaction(async (tx) => {
    const product = await lockProduct(tx, itemCode);
    const [category] = await tx.select().from(categories).where(eq(categories.id, product.categoryId));
    const before = fieldsOf(product, category?.slug ?? "");
    const since = changedSince<ProductFields>(changes, seen, before);
    const after: ProductFields = { ...before, ...changes };
    if (since.length > 0) throw new AppError("changed_meanwhile", saidOf(since), { changes: since });
    if (count) await changeLockedStock({ ...ctx, db: tx }, product, { kind: "counted", ...count });
    const changed = changesOf(before, after);
    if (changed) {
      const columns = await columnsOf(tx, after, before.image_url);
      await tx
        .update(products)
        .set({ ...columns, updatedAt: ctx.now })
        .where(eq(products.id, product.id));
      await letGo(tx, changed.before.image_url, ctx.now);
      await recordAudit(tx, ctx, "product.change", `product:${product.id}`, { item_code: itemCode }, changed);
    }
    await recordResult?.(tx, product.id);
    return productView(await lockProduct(tx, itemCode), after.category);
  });
}

const saidOf = (since: readonly { field: string; now: string }[]): string =>
  `Somebody else has changed this meanwhile: ${since.map(({ field, now }) => `${field} is ${now} now`).join(", ")}.`;

/** A picture that the product shows no more is kept for another day. */
async function letGo(tx: Database, address: unknown, now: Date): Promise<void> {
  const hash = typeof address === "string" ? hashIn(address) : null;
  if (hash) await tx.update(pictures).set({ lastUsedAt: now }).where(eq(pictures.hash, hash));
}
