import { and, eq, inArray } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { expireItems } from "@/lib/cart/expire-items";
import type { UserCtx } from "@/lib/shared/context";

/**
 * Takes every line out of one's own cart. An empty cart is cleared as well. The cart's own row comes first, so that
 * an order that is being placed from it is waited for.
 */
export async function clearCart(ctx: UserCtx): Promise<{ clearedAt: Date }> {
  const { db, now, actor } = ctx;
  await expireItems(ctx, { userId: actor.userId });
  const cart = db.select({ id: carts.id }).from(carts).where(eq(carts.userId, actor.userId)).for("update");
  await db
    .update(cartItems)
    .set({ isActive: false, endedAs: "removed", updatedAt: now })
    .where(and(eq(cartItems.isActive, true), inArray(cartItems.cartId, cart)));
  return { clearedAt: now };
}
