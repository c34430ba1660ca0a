import { and, count, eq, inArray, lte, sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/shared/context";

const BATCH = 1000;

type ExpireItemsInput = { hours?: number; dryRun?: boolean; userId?: number };

/**
 * Sets lines inactive that have had their time: all of them, or one person's. Batches that skip what another run
 * holds, so many may run at once; orders made from the lines are not touched. Tells how many there were.
 */
export async function expireItems(
  { db, now }: Ctx,
  { hours = env().cartExpiryHours, dryRun = false, userId }: ExpireItemsInput = {},
): Promise<{ expired: number }> {
  const ofUser = db
    .select({ id: carts.id })
    .from(carts)
    .where(eq(carts.userId, userId ?? 0));
  const isDue = and(
    eq(cartItems.isActive, true),
    lte(cartItems.createdAt, expiryCutoff(now, hours)),
    userId === undefined ? undefined : inArray(cartItems.cartId, ofUser),
  );
  if (dryRun) {
    const [found] = await db.select({ expired: count() }).from(cartItems).where(isDue);
    return { expired: found?.expired ?? 0 };
  }
  for (let expired = 0; ;) {
    const batch = db.select({ id: cartItems.id }).from(cartItems).where(isDue);
    const ended = await db
      .update(cartItems)
      .set({ isActive: false, endedAs: "expired", updatedAt: now })
      .where(
        inArray(
          cartItems.id,
          sql`(${batch.orderBy(cartItems.createdAt).limit(BATCH).for("update", { skipLocked: true })})`,
        ),
      )
      .returning({ id: cartItems.id });
    expired += ended.length;
    if (ended.length < BATCH) return { expired };
  }
}
