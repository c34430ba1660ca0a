import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { carts } from "@/db/schema/carts";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { sessions, users } from "@/db/schema/users";
import { lockTwoCarts } from "@/lib/cart/lock-two-carts";
import { takeOverLines } from "@/lib/cart/take-over-lines";
import type { Ctx } from "@/lib/shared/context";
import type { Merged } from "@/lib/users/model";

type MergeGuestInput = { guestId: number; accountId: number };

/**
 * An account takes over the guest who signed in to it from the same browser: live lines of the cart, orders, and with
 * them their payments. The guest's sessions end. Happens once: null where the guest is taken over already.
 * Locks carts, then the guest, then orders, so that an order which is just being placed is waited for and comes along.
 */
export async function mergeGuest(
  { db, now }: Pick<Ctx, "db" | "now">,
  { guestId, accountId }: MergeGuestInput,
): Promise<Merged | null> {
  return db.transaction(async (tx) => {
    await tx.insert(carts).values({ userId: accountId, createdAt: now, updatedAt: now }).onConflictDoNothing();
    const both = await lockTwoCarts(tx, { guestId, accountId });
    const [account] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, accountId), isNull(users.deletedAt)));
    const [guest] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, guestId), eq(users.isGuest, true), isNull(users.mergedIntoId)))
      .for("no key update");
    if (!guest || !account) return null;
    const lines = await takeOverLines(tx, { ...both, now });
    const moved = await moveOrders(tx, { guestId, accountId });
    await tx.update(outgoingMessages).set({ userId: accountId }).where(eq(outgoingMessages.userId, guestId));
    await tx
      .update(users)
      .set({ mergedIntoId: accountId, guestKey: null, updatedAt: now })
      .where(eq(users.id, guestId));
    await tx.delete(sessions).where(eq(sessions.userId, guestId));
    return { ...lines, orders: moved };
  });
}

async function moveOrders(tx: Database, { guestId, accountId }: MergeGuestInput): Promise<number> {
  const placed = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.userId, guestId))
    .orderBy(asc(orders.id))
    .for("no key update");
  if (placed.length === 0) return 0;
  const ids = placed.map((order) => order.id);
  await tx.update(orders).set({ userId: accountId }).where(inArray(orders.id, ids));
  return ids.length;
}
