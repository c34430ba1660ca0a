import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { closeSession } from "@/lib/auth/close-session";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { renewSession } from "@/lib/auth/renew-session";
import { registerUser } from "@/lib/users/register-user";

const { inTransaction } = testDatabase();
const now = new Date("2026-11-25T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);

async function signedIn(tx: Database) {
  const input = { email: "sana@example.com", password: "kashmiri chai", name: "Sana" };
  const user = await registerUser({ db: tx, now, actor: { kind: "system", useCase: "test" } }, input);
  return { userId: user.id, sessionId: await openSession(tx, user.id, now) };
}

test(
  "a session id stands for its person, and the database cannot tell what it is",
  inTransaction(async (tx) => {
    const { userId, sessionId } = await signedIn(tx);
    expect(await findSession(tx, sessionId, now)).toMatchObject({ userId, role: "customer", isGuest: false });
    const [row] = await tx.select().from(sessions);
    expect(row?.tokenHash.toString("base64url")).not.toBe(sessionId);
    expect(row?.tokenHash).toHaveLength(32);
  }),
);

test(
  "after sign-out it stands for nobody, while the person's other sessions go on",
  inTransaction(async (tx) => {
    const { userId, sessionId } = await signedIn(tx);
    const phone = await openSession(tx, userId, now);
    await closeSession(tx, sessionId);
    expect(await findSession(tx, sessionId, now)).toBeNull();
    expect(await renewSession(tx, sessionId, now)).toBeNull();
    expect(await findSession(tx, phone, now)).toMatchObject({ userId });
  }),
);

test(
  "a changed role and a disabled account count from the next look on",
  inTransaction(async (tx) => {
    const { userId, sessionId } = await signedIn(tx);
    await tx.update(users).set({ role: "staff" }).where(eq(users.id, userId));
    expect(await findSession(tx, sessionId, now)).toMatchObject({ role: "staff" });
    await tx.update(users).set({ disabledAt: now }).where(eq(users.id, userId));
    expect(await findSession(tx, sessionId, now)).toBeNull();
    expect(await renewSession(tx, sessionId, now)).toBeNull();
  }),
);

test(
  "a session ends after 30 days, or 30 days after it was last renewed, which is written at most once a day",
  inTransaction(async (tx) => {
    const { sessionId } = await signedIn(tx);
    const end = async () => (await tx.select().from(sessions))[0]?.expiresAt;
    expect(await findSession(tx, sessionId, days(30))).toBeNull();
    await renewSession(tx, sessionId, days(0.9));
    expect(await end()).toEqual(days(30));
    expect(await renewSession(tx, sessionId, days(29))).toMatchObject({ email: "sana@example.com", role: "customer" });
    expect(await end()).toEqual(days(59));
    expect(await renewSession(tx, sessionId, days(59))).toBeNull();
    expect(await end()).toEqual(days(59));
  }),
);
