import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartItems } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { expiryCutoff, fitting } from "@/lib/cart/model";
import { env } from "@/lib/env";

type TakeOverInput = { fromCart: number; toCart: number; now: Date };
type Line = typeof cartItems.$inferSelect;

/**
 * Moves the live lines of one cart into another, both locked by the caller. Quantities of the same product add up, as
 * far as stock and the cart's limit allow; such a line then has the time, and the price last seen, of the younger one.
 * Tells how many pieces came and how many did not fit.
 */
export async function takeOverLines(
  tx: Database,
  { fromCart, toCart, now }: TakeOverInput,
): Promise<{ added: number; left: number }> {
  const isActive = and(inArray(cartItems.cartId, [fromCart, toCart]), eq(cartItems.isActive, true));
  await tx
    .update(cartItems)
    .set({ isActive: false, endedAs: "expired", updatedAt: now })
    .where(and(isActive, lte(cartItems.createdAt, expiryCutoff(now, env().cartExpiryHours))));
  const isLeftBehind = and(eq(cartItems.cartId, fromCart), eq(cartItems.endedAs, "expired"));
  await tx.update(cartItems).set({ cartId: toCart }).where(isLeftBehind); // they can be put back from there
  const lines = await tx.select().from(cartItems).where(isActive).orderBy(asc(cartItems.id)).for("update");
  const coming = lines.filter((line) => line.cartId === fromCart);
  if (coming.length === 0) return { added: 0, left: 0 };
  const stock = await stockOf(
    tx,
    coming.map((line) => line.productId),
  );
  let [added, left] = [0, 0];
  for (const line of coming) {
    const twin = lines.find((other) => other.cartId === toCart && other.productId === line.productId);
    const count = fitting({ more: line.quantity, had: twin?.quantity ?? 0, stock: stock.get(line.productId) ?? 0 });
    const gone = { isActive: false, endedAs: "removed", updatedAt: now } as const;
    const kept = count > 0 && !twin ? { cartId: toCart, quantity: count, updatedAt: now } : gone;
    await tx.update(cartItems).set(kept).where(eq(cartItems.id, line.id));
    if (twin && count > 0) {
      await tx
        .update(cartItems)
        .set({ ...asOne(twin, line), quantity: twin.quantity + count, updatedAt: now })
        .where(eq(cartItems.id, twin.id));
    }
    added += count;
    left += line.quantity - count;
  }
  return { added, left };
}

function asOne(twin: Line, line: Line): Pick<Line, "notes" | "createdAt" | "seenPricePaisa"> {
  const younger = line.createdAt > twin.createdAt ? line : twin;
  const seenPricePaisa = younger.seenPricePaisa ?? twin.seenPricePaisa ?? line.seenPricePaisa;
  return { notes: twin.notes || line.notes, createdAt: younger.createdAt, seenPricePaisa };
}

/** What can be had of each product; of one that is not sold any more, nothing. */
async function stockOf(tx: Database, productIds: number[]): Promise<Map<number, number>> {
  const rows = await tx
    .select({ id: products.id, stock: products.stock, isActive: products.isActive })
    .from(products)
    .where(inArray(products.id, productIds));
  return new Map(rows.map((row) => [row.id, row.isActive ? row.stock : 0]));
}
