import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outgoingMessages } from "@/db/schema/messages";
import { passwordResets, sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { later, NOON } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { checkPassword } from "@/lib/auth/check-password";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import type { UserCtx } from "@/lib/shared/context";
import { changePassword } from "@/lib/users/change-password";
import { closeAllSessions } from "@/lib/users/close-all-sessions";
import { closeOneSession } from "@/lib/users/close-one-session";
import { closeOtherSessions } from "@/lib/users/close-other-sessions";
import { listSessions } from "@/lib/users/list-sessions";
import { registerUser } from "@/lib/users/register-user";

const { db } = testDatabase();
const OLD = "an old secret";
const NEW = "a new secret";
let people = 0;

/** Somebody who signed in here, and at so many other places. */
async function aPerson(elsewhere = 2) {
  const email = `person${++people}@example.com`;
  const { id } = await registerUser(
    { db, now: NOON, actor: { kind: "system", useCase: "test" } },
    { email, password: OLD, name: "Sana" },
  );
  const here = await openSession(db, id, NOON, {
    userAgent: "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile Safari/537.36",
  });
  const others: string[] = [];
  for (let at = 0; at < elsewhere; at++) others.push(await openSession(db, id, later(NOON, at + 1)));
  const actor = await findSession(db, here, NOON);
  if (!actor) throw new Error("no session was opened");
  const ctx: UserCtx = { db, now: NOON, actor };
  return { ctx, email, here, others };
}

const isIn = async (sessionId: string) => (await findSession(db, sessionId, NOON)) !== null;
const opens = async (email: string, password: string) =>
  (await checkPassword({ db, now: NOON }, { email, password, address: null })) !== null;

test("who knows the old password sets a new one, and is signed out everywhere else", async () => {
  const { ctx, email, here, others } = await aPerson();
  const stranger = await aPerson(0);
  await changePassword(ctx, { current_password: OLD, new_password: NEW, address: null, locale: "en" });
  expect(await Promise.all([here, ...others].map(isIn))).toEqual([true, false, false]);
  expect(await isIn(stranger.here)).toBe(true);
  expect([await opens(email, OLD), await opens(email, NEW)]).toEqual([false, true]);
  const told = await db.select().from(outgoingMessages).where(eq(outgoingMessages.userId, ctx.actor.userId));
  expect(told.map(({ kind, recipient }) => [kind, recipient])).toEqual([["password_changed", email]]);
});

test("a wrong old password changes nothing, and is named by its field", async () => {
  const { ctx, email, others } = await aPerson();
  const refused = changePassword(ctx, { current_password: "a guess", new_password: NEW, address: null, locale: "en" });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    extra: { errors: [{ path: "current_password" }] },
  });
  expect(await opens(email, OLD)).toBe(true);
  expect(await Promise.all(others.map(isIn))).toEqual([true, true]);
});

test("guesses at the old password are at the same limit as the sign-in", async () => {
  const { ctx, email } = await aPerson();
  const guess = () =>
    changePassword(ctx, { current_password: "a guess", new_password: NEW, address: null, locale: "en" });
  for (let tries = 0; tries < 10; tries++) await expect(guess()).rejects.toMatchObject({ code: "invalid_input" });
  const asked = changePassword(ctx, { current_password: OLD, new_password: NEW, address: null, locale: "en" });
  await expect(asked).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(opens(email, OLD)).rejects.toMatchObject({ code: "too_many_requests" });
});

test("links that were mailed to set a password are void once it is changed", async () => {
  const { ctx } = await aPerson();
  const link = { userId: ctx.actor.userId, createdAt: NOON, expiresAt: later(NOON, 30) };
  await db.insert(passwordResets).values({ ...link, tokenHash: Buffer.from("a link") });
  await changePassword(ctx, { current_password: OLD, new_password: NEW, address: null, locale: "en" });
  expect(await db.select().from(passwordResets).where(eq(passwordResets.userId, ctx.actor.userId))).toEqual([]);
});

test("of eight changes at once from one old password exactly one is made", async () => {
  const { ctx, email } = await aPerson(0);
  const wishes = Array.from({ length: 8 }, (_, at) => `new secret no ${at}`);
  const answers = await Promise.allSettled(
    wishes.map((new_password) =>
      changePassword(ctx, { current_password: OLD, new_password, address: null, locale: "en" }),
    ),
  );
  const made = wishes.filter((_, at) => answers[at]?.status === "fulfilled");
  expect(made).toHaveLength(1);
  expect(await opens(email, made[0] ?? "")).toBe(true);
});

test("of changes that both knew the old password, the second finds another one under the lock", async () => {
  const { ctx } = await aPerson(0);
  const change = (new_password: string) =>
    changePassword(ctx, { current_password: OLD, new_password, address: null, locale: "en" });
  const { both } = await db.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, ctx.actor.userId)).for("update");
    const changes = Promise.allSettled([change("one new secret"), change("another secret")]);
    await untilWaiting(db, 2);
    return { both: changes };
  });
  expect((await both).map((end) => end.status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("the places where one is signed in are told, here first, and what is not known is not made up", async () => {
  const { ctx } = await aPerson();
  expect((await listSessions(ctx)).map(({ isHere, device, created_at }) => [isHere, device, created_at])).toEqual([
    [true, { browser: "Chrome", system: "Android" }, NOON.toISOString()],
    [false, null, later(NOON, 2).toISOString()],
    [false, null, later(NOON, 1).toISOString()],
  ]);
});

test("one place is signed out by its name, and another person's is not", async () => {
  const { ctx, others } = await aPerson();
  const stranger = await aPerson();
  const [, newest] = await listSessions(ctx);
  await closeOneSession(ctx, { session: newest?.session ?? "" });
  expect(await Promise.all(others.map(isIn))).toEqual([true, false]);
  await closeOneSession(ctx, { session: stranger.ctx.actor.sessionId });
  expect(await isIn(stranger.here)).toBe(true);
});

test("all other places are signed out, or all of them", async () => {
  const { ctx, here, others } = await aPerson();
  await closeOtherSessions(ctx);
  expect(await Promise.all([here, ...others].map(isIn))).toEqual([true, false, false]);
  await closeAllSessions(ctx);
  expect(await db.select().from(sessions).where(eq(sessions.userId, ctx.actor.userId))).toEqual([]);
});
