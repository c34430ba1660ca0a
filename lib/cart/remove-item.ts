import { and, eq, gt, inArray } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { expireItems } from "@/lib/cart/expire-items";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Takes a line out of one's own cart; the row stays, inactive. */
export async function removeItem(ctx: UserCtx, { itemId }: { itemId: number }): Promise<{ removedAt: Date }> {
  const { db, now, actor } = ctx;
  const removed = await db
    .update(cartItems)
    .set({ isActive: false, endedAs: "removed", updatedAt: now })
    .where(
      and(
        eq(cartItems.id, itemId),
        eq(cartItems.isActive, true),
        gt(cartItems.createdAt, expiryCutoff(now, env().cartExpiryHours)),
        inArray(cartItems.cartId, db.select({ id: carts.id }).from(carts).where(eq(carts.userId, actor.userId))),
      ),
    )
    .returning({ id: cartItems.id });
  if (removed.length === 1) return { removedAt: now };
  await expireItems(ctx, { userId: actor.userId });
  throw new AppError("item_not_found", "This is not in your cart.");
}
