import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { cartItems, carts } from "@/db/schema/carts";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, anOrder, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { sweepExpired } from "@/lib/auth/sweep-expired";
import { closeSession } from "@/lib/auth/close-session";
import { openSession } from "@/lib/auth/open-session";
import { mergeGuest } from "@/lib/users/merge-guest";
import { openGuest } from "@/lib/users/open-guest";
import { sweepGuests } from "@/lib/users/sweep-guests";
import type { UserCtx } from "@/lib/shared/context";

const { db, inTransaction } = testDatabase();
const DAY = 24 * 60;

const isThere = async ({ db: where, actor }: UserCtx) =>
  (await where.select().from(users).where(eq(users.id, actor.userId))).length === 1;

it(
  "guests who ordered nothing are gone with their carts thirty days after they were last here",
  inTransaction(async (tx) => {
    const guest = await aGuest(tx);
    await aLine(guest);
    expect(await sweepGuests(laterOn(guest, 30 * DAY - 1))).toEqual({ swept: 0 });
    expect(await sweepGuests(laterOn(guest, 30 * DAY))).toEqual({ swept: 1 });
    expect(await isThere(guest)).toBe(false);
    expect(await tx.select().from(carts).where(eq(carts.userId, guest.actor.userId))).toEqual([]);
    expect(await tx.select().from(cartItems)).toEqual([]);
  }),
);

it(
  "nothing with an order is removed, and no account",
  inTransaction(async (tx) => {
    const [guest, account] = [await aGuest(tx), await somebody(tx)];
    await anOrder(guest);
    await aLine(account);
    expect(await sweepGuests(laterOn(guest, 400 * DAY))).toEqual({ swept: 0 });
    expect([await isThere(guest), await isThere(account)]).toEqual([true, true]);
  }),
);

it(
  "who was here since stays: by a session, by coming back, by the cart",
  inTransaction(async (tx) => {
    const [signedIn, cameBack, inCart] = [await aGuest(tx), await aGuest(tx), await aGuest(tx)];
    const then = laterOn(signedIn, 20 * DAY);
    await openSession(tx, signedIn.actor.userId, then.now);
    const [row] = await tx.select().from(users).where(eq(users.id, cameBack.actor.userId));
    const { sessionId } = await openGuest(then, { guestKey: row?.guestKey ?? null });
    await tx.update(users).set({ guestKey: null });
    await closeSession(tx, sessionId);
    await aLine(laterOn(inCart, 20 * DAY));
    const after = laterOn(signedIn, 31 * DAY);
    await sweepExpired(after);
    expect(await sweepGuests(after)).toEqual({ swept: 0 });
    expect(await sweepGuests(laterOn(signedIn, 50 * DAY))).toEqual({ swept: 3 });
  }),
);

it(
  "a guest who is an account's now goes the same way, and takes nothing of the account's",
  inTransaction(async (tx) => {
    const [guest, account] = [await aGuest(tx), await somebody(tx)];
    await anOrder(guest);
    await mergeGuest(account, { guestId: guest.actor.userId, accountId: account.actor.userId });
    expect(await sweepGuests(laterOn(guest, 31 * DAY))).toEqual({ swept: 1 });
    expect(await isThere(account)).toBe(true);
  }),
);

it("a thousand go in one call", async () => {
  const row = { name: "", isGuest: true, createdAt: NOON, updatedAt: NOON };
  const made = await db
    .insert(users)
    .values(Array.from({ length: 1001 }, () => row))
    .returning({ id: users.id });
  const then = laterOn(await somebody(db), 30 * DAY);
  expect(await sweepGuests(then)).toEqual({ swept: 1001 });
  const ids = made.map(({ id }) => id);
  expect(await db.select().from(users).where(inArray(users.id, ids))).toEqual([]);
});
