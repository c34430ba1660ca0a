import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartItems, carts } from "@/db/schema/carts";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { recoveryCodes } from "@/db/schema/staff";
import { addresses, passwordResets, sessions, users } from "@/db/schema/users";
import { actorName, isStaff, type UserCtx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { confirmPassword } from "@/lib/users/confirm-password";
import { findObstacle } from "@/lib/users/find-obstacle";

type DeleteAccountInput = { password: string; address: string | null };

/**
 * Forgets who a customer was and keeps the books: orders stay with number, lines, money, city and province. Refuses
 * `account_in_use` while an order is open, a payment is being checked or money is owed. Locks the cart first, so that an
 * order which is just being placed is waited for and seen.
 */
export async function deleteAccount(ctx: UserCtx, input: DeleteAccountInput): Promise<void> {
  const { now, actor } = ctx;
  if (isStaff(actor) || actor.lacksSecondFactor) throw ofStaff();
  if (!(await confirmPassword(ctx, input))) throw invalidField("password", "is not the password of this account");
  await ctx.db.transaction(async (tx) => {
    await lockCartOf(tx, ctx);
    const [own] = await tx
      .select({ role: users.role })
      .from(users)
      .where(eq(users.id, actor.userId))
      .for("no key update");
    if (own?.role !== "customer") throw ofStaff(); // made one of them meanwhile, perhaps the last administrator
    const locked = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.userId, actor.userId))
      .orderBy(asc(orders.id))
      .for("no key update");
    const [obstacle] = await findObstacle(tx, { userId: actor.userId });
    if (obstacle) throw inUse(obstacle);
    await emptyCart(tx, ctx);
    await blankOrders(tx, ctx, locked);
    await blankMessages(tx, ctx, locked);
    for (const table of [sessions, addresses, passwordResets, recoveryCodes]) {
      await tx.delete(table).where(eq(table.userId, actor.userId));
    }
    const nobody = { email: null, name: "", phone: null, passwordHash: null, totpSecret: null, totpConfirmedAt: null };
    await tx
      .update(users)
      .set({ ...nobody, disabledAt: now, deletedAt: now, updatedAt: now })
      .where(eq(users.id, actor.userId));
  });
}

const ofStaff = (): AppError =>
  new AppError("forbidden", "An account of the shop's staff is not deleted by its owner.");

const inUse = ({ why, orderId, orderNumber }: { why: string; orderId: number; orderNumber: string }): AppError =>
  new AppError("account_in_use", `The order ${orderNumber} is not over yet.`, {
    in_the_way: { why, order_id: orderId, order_number: orderNumber },
  });

/** Made where there is none, as whoever places an order locks it first. */
async function lockCartOf(tx: Database, { now, actor }: UserCtx): Promise<void> {
  await tx.insert(carts).values({ userId: actor.userId, createdAt: now, updatedAt: now }).onConflictDoNothing();
  await tx.select({ id: carts.id }).from(carts).where(eq(carts.userId, actor.userId)).for("update");
}

async function emptyCart(tx: Database, { actor }: UserCtx): Promise<void> {
  const own = tx.select({ id: carts.id }).from(carts).where(eq(carts.userId, actor.userId));
  await tx.delete(cartItems).where(inArray(cartItems.cartId, own));
}

const NOBODYS = {
  customerName: "",
  customerPhone: "",
  customerEmail: "",
  shippingAddress: "",
  shippingArea: "",
  shippingPostalCode: "",
  notes: "",
};

type Locked = { id: number }[];
const idsOf = (locked: Locked): number[] => locked.map((order) => order.id);

/** A late payment must not take up an order again that can be brought to nobody: it counts as cancelled by its buyer. */
async function blankOrders(tx: Database, { actor }: UserCtx, locked: Locked): Promise<void> {
  if (locked.length === 0) return;
  const cancelledBy = sql`case when ${orders.status} = 'cancelled' then ${actorName(actor)} end`;
  await tx
    .update(orders)
    .set({ ...NOBODYS, cancelledBy })
    .where(inArray(orders.id, idsOf(locked)));
}

/** What waits is not sent any more, and what was sent no longer says to whom. */
async function blankMessages(tx: Database, { now, actor }: UserCtx, locked: Locked): Promise<void> {
  const theirs = or(eq(outgoingMessages.userId, actor.userId), inArray(outgoingMessages.orderId, idsOf(locked)));
  const waiting = await tx
    .select({ id: outgoingMessages.id, sentAt: outgoingMessages.sentAt, givenUpAt: outgoingMessages.givenUpAt })
    .from(outgoingMessages)
    .where(theirs)
    .orderBy(asc(outgoingMessages.id))
    .for("update");
  const unsent = waiting.filter((message) => !message.sentAt && !message.givenUpAt).map((message) => message.id);
  if (unsent.length > 0) {
    await tx.update(outgoingMessages).set({ givenUpAt: now, details: {} }).where(inArray(outgoingMessages.id, unsent));
  }
  await tx.update(outgoingMessages).set({ recipient: "" }).where(theirs);
}
