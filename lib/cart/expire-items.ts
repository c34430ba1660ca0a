import { and, count, eq, inArray, lte } from "drizzle-orm";
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
    const ended = await db.transaction(async (tx) => {
      const due = await tx
        .select({ id: cartItems.id })
        .from(cartItems)
        .where(isDue)
        .orderBy(cartItems.createdAt)
        .limit(BATCH)
        .for("update", { skipLocked: true });
      if (due.length === 0) return 0;
      const ids = due.map((line) => line.id);
      await tx
        .update(cartItems)
        .set({ isActive: false, endedAs: "expired", updatedAt: now })
        .where(inArray(cartItems.id, ids));
      return ids.length;
    });
    expired += ended;
    if (ended < BATCH) return { expired };
  }
}
