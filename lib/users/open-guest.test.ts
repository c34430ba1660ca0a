import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, laterOn, linesOf, NOON, somebody } from "@/db/test-fixtures";
import { closeSession } from "@/lib/auth/close-session";
import { findSession } from "@/lib/auth/find-session";
import { mergeGuest } from "@/lib/users/merge-guest";
import { openGuest } from "@/lib/users/open-guest";

const { db } = testDatabase({ max: 20 });
const visit = { db, now: NOON };

it("a guest has a session, a cart and no e-mail", async () => {
  const { userId, sessionId } = await openGuest(visit, { guestKey: randomBytes(32) });
  const [guest] = await db.select().from(users).where(eq(users.id, userId));
  expect(guest).toMatchObject({ isGuest: true, email: null, name: "", role: "customer", passwordHash: null });
  const actor = await findSession(db, sessionId, NOON);
  expect(actor).toMatchObject({ userId, isGuest: true });
  if (!actor) throw new Error("the session is not there");
  await aLine({ db, now: NOON, actor });
  expect(await linesOf({ db, now: NOON, actor })).toHaveLength(1);
});

it("of twenty at once from one browser there is one guest, and each has a session", async () => {
  const guestKey = randomBytes(32);
  const { done } = await atOnce(20, () => openGuest(visit, { guestKey }));
  const [first] = done;
  expect(new Set(done.map(({ userId }) => userId)).size).toBe(1);
  expect(await db.select().from(users).where(eq(users.guestKey, guestKey))).toHaveLength(1);
  expect(
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.userId, first?.userId ?? 0)),
  ).toHaveLength(20);
});

it("other browsers are other guests, and one that brings nothing is new each time", async () => {
  const opened = [
    await openGuest(visit, { guestKey: randomBytes(32) }),
    await openGuest(visit, { guestKey: randomBytes(32) }),
    await openGuest(visit, { guestKey: null }),
    await openGuest(visit, { guestKey: null }),
  ];
  expect(new Set(opened.map(({ userId }) => userId)).size).toBe(4);
});

it("a browser whose session has ended is the same guest again; after a sign-out it is a new one", async () => {
  const guestKey = randomBytes(32);
  const first = await openGuest(visit, { guestKey });
  const back = await openGuest({ db, now: laterOn({ ...(await aGuest(db)) }, 60).now }, { guestKey });
  expect(back.userId).toBe(first.userId);
  await closeSession(db, back.sessionId);
  expect((await openGuest(visit, { guestKey })).userId).not.toBe(first.userId);
});

it("no session is opened for a guest whom an account takes over at the same moment", async () => {
  for (let round = 0; round < 5; round++) {
    const guestKey = randomBytes(32);
    const { userId } = await openGuest(visit, { guestKey });
    const account = (await somebody(db)).actor.userId;
    const { done } = await atOnce(20, async (lane) => {
      if (lane === 10) await mergeGuest(visit, { guestId: userId, accountId: account });
      else return openGuest(visit, { guestKey });
    });
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
    expect(new Set(done.map((opened) => opened?.userId)).size).toBeLessThanOrEqual(3);
  }
});
