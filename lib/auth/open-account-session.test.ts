import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { openAccountSession } from "@/lib/auth/open-account-session";

const { db } = testDatabase();

async function signingIn() {
  const { actor, now } = await somebody(db);
  const who = eq(users.id, actor.userId);
  await db.update(users).set({ passwordHash: "the old one" }).where(who);
  const open = () => openAccountSession(db, { userId: actor.userId, passwordHash: "the old one", userAgent: "" }, now);
  const count = async () => (await db.select().from(sessions).where(eq(sessions.userId, actor.userId))).length;
  return { who, open, count, now };
}

test("the right password opens a session", async () => {
  const { open, count } = await signingIn();
  expect(await open()).toMatch(/^[\w-]{43}$/);
  expect(await count()).toBe(1);
});

test("a password that was changed while it was compared opens none, nor that of a disabled account", async () => {
  const changed = await signingIn();
  await db.update(users).set({ passwordHash: "a new one" }).where(changed.who);
  expect(await changed.open()).toBeNull();
  const disabled = await signingIn();
  await db.update(users).set({ disabledAt: disabled.now }).where(disabled.who);
  expect(await disabled.open()).toBeNull();
  expect(await disabled.count()).toBe(0);
});

test("a change under way is waited for", async () => {
  const { who, open, count } = await signingIn();
  const changing = db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash: "a new one" }).where(who);
    const opening = open();
    await untilWaiting(db);
    return { opening };
  });
  expect(await (await changing).opening).toBeNull();
  expect(await count()).toBe(0);
});
