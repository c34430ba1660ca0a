import { and, asc, eq, gt, inArray, lte, notExists } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { cartItems, carts } from "@/db/schema/carts";
import { outgoingMessages } from "@/db/schema/messages";
import { idempotencyKeys } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { sessions, users } from "@/db/schema/users";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const IDLE_MINUTES = 30 * 24 * 60;
const BATCH = 500;

/**
 * Removes guests who ordered nothing and have not been here for 30 days, with their carts. Carts are locked before
 * guests, and who is idle is asked again under the lock; a guest with an order stays for ever.
 */
export async function sweepGuests({ db, now }: Pick<Ctx, "db" | "now">): Promise<{ swept: number }> {
  const since = minutesAfter(now, -IDLE_MINUTES);
  const isTheirs = (column: PgColumn) => eq(column, users.id);
  const isIdle = and(
    eq(users.isGuest, true),
    lte(users.createdAt, since),
    lte(users.updatedAt, since),
    notExists(db.select({ id: orders.id }).from(orders).where(isTheirs(orders.userId))),
    notExists(db.select({ id: outgoingMessages.id }).from(outgoingMessages).where(isTheirs(outgoingMessages.userId))),
    notExists(
      db
        .select({ id: sessions.userId })
        .from(sessions)
        .where(and(isTheirs(sessions.userId), gt(sessions.expiresAt, now))),
    ),
    notExists(
      db
        .select({ id: carts.id })
        .from(carts)
        .where(and(isTheirs(carts.userId), gt(carts.updatedAt, since))),
    ),
  );
  for (let swept = 0; ;) {
    const removed = await db.transaction(async (tx) => {
      const found = await tx
        .select({ id: users.id })
        .from(users)
        .where(isIdle)
        .orderBy(asc(users.createdAt))
        .limit(BATCH);
      if (found.length === 0) return 0;
      const candidates = found.map((guest) => guest.id);
      await tx
        .select({ id: carts.id })
        .from(carts)
        .where(inArray(carts.userId, candidates))
        .orderBy(asc(carts.id))
        .for("update");
      const idle = await tx
        .select({ id: users.id })
        .from(users)
        .where(and(inArray(users.id, candidates), isIdle))
        .orderBy(asc(users.id))
        .for("update", { of: users });
      const ids = idle.map((guest) => guest.id);
      const ofThem = tx.select({ id: carts.id }).from(carts).where(inArray(carts.userId, ids));
      await tx.delete(cartItems).where(inArray(cartItems.cartId, ofThem));
      await tx.delete(carts).where(inArray(carts.userId, ids));
      await tx.delete(sessions).where(inArray(sessions.userId, ids));
      await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.userId, ids));
      await tx.delete(users).where(inArray(users.id, ids));
      return ids.length;
    });
    swept += removed;
    if (removed < BATCH) return { swept };
  }
}
