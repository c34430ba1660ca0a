import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { sessions } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { laterOn, NOON, somebody } from "@/db/test-fixtures";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { hashSessionId } from "@/lib/auth/session-cookie";
import { takeSecondFactor } from "@/lib/auth/take-second-factor";
import { codeAt, setUp } from "@/lib/auth/test-second-factor";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { findSecondFactor } from "@/lib/users/find-second-factor";
import { removeSecondFactor } from "@/lib/users/remove-second-factor";
import { aCustomer, password } from "@/lib/users/test-customer";

const { db } = testDatabase();
const nowhere = { password, address: null };

test("a second factor is begun with the password, shown, and counts from the first right code on", async () => {
  const ctx = await aCustomer(db);
  const elsewhere = await openSession(db, ctx.actor.userId, NOON);
  expect(await findSecondFactor(ctx)).toEqual({ kind: "off" });
  await expect(beginSecondFactor(ctx, { ...nowhere, password: "a guess" })).rejects.toMatchObject({
    extra: { errors: [{ path: "password" }] },
  });
  await expect(confirmSecondFactor(ctx, { code: "123456" })).rejects.toMatchObject({ code: "conflict" });
  const { secret, otpauth_url } = await beginSecondFactor(ctx, nowhere);
  expect(otpauth_url).toContain(`secret=${secret}`);
  expect(otpauth_url).toContain(encodeURIComponent(ctx.email));
  const begun = await findSecondFactor(ctx);
  expect(begun).toMatchObject({ kind: "begun", secret: secret.match(/.{4}/g)?.join(" "), path: expect.any(String) });
  await expect(confirmSecondFactor(ctx, { code: "000000" })).rejects.toMatchObject({
    extra: { errors: [{ path: "code" }] },
  });
  expect(await takeSecondFactor(ctx, { userId: ctx.actor.userId, code: "", address: null })).toBe("none");
  const { recovery_codes } = await confirmSecondFactor(ctx, { code: await codeAt(ctx, NOON) });
  expect(new Set(recovery_codes).size).toBe(10);
  expect(recovery_codes[0]).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  expect(await findSecondFactor(ctx)).toEqual({ kind: "on", recoveryLeft: 10 });
  expect(await findSession(db, elsewhere, NOON)).toBeNull();
  const [here] = await db.select().from(sessions).where(eq(sessions.userId, ctx.actor.userId));
  expect(here?.secondFactorAt).toEqual(NOON);
  await expect(beginSecondFactor(ctx, nowhere)).rejects.toMatchObject({ code: "conflict" });
});

test("codes that do not fit are counted while it is set up, too", async () => {
  const ctx = await aCustomer(db);
  await beginSecondFactor(ctx, nowhere);
  const guess = (code: string) => confirmSecondFactor(ctx, { code });
  for (let tries = 0; tries < 10; tries++)
    await expect(guess("no code")).rejects.toMatchObject({ code: "invalid_input" });
  await expect(guess(await codeAt(ctx, NOON))).rejects.toMatchObject({ code: "too_many_requests" });
});

test("it is turned off by password and code together", async () => {
  const ctx = await aCustomer(db);
  const [recovery = ""] = await setUp(ctx);
  const then = laterOn(ctx, 5);
  const code = await codeAt(ctx, then.now);
  const off = (given: object) => removeSecondFactor(then, { ...nowhere, code, ...given });
  await expect(off({ password: "a guess" })).rejects.toMatchObject({ extra: { errors: [{ path: "password" }] } });
  await expect(off({ code: "000000" })).rejects.toMatchObject({ extra: { errors: [{ path: "code" }] } });
  await off({});
  expect(await findSecondFactor(ctx)).toEqual({ kind: "off" });
  await expect(off({ code: recovery })).rejects.toMatchObject({ code: "conflict" });
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `user:${ctx.actor.userId}`))
    .orderBy(auditLog.id);
  expect(entries.map(({ action }) => action)).toEqual(["second_factor.on", "second_factor.off"]);
});

test("an administrator takes it off somebody else's account, and never off their own", async () => {
  const ctx = await aCustomer(db);
  const admin = await somebody(db, { role: "admin" });
  await setUp(ctx);
  const session = await openSession(db, ctx.actor.userId, NOON);
  const { userId } = ctx.actor;
  await expect(resetSecondFactor(await somebody(db, { role: "staff" }), { userId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(resetSecondFactor(admin, admin.actor)).rejects.toMatchObject({ code: "forbidden" });
  await resetSecondFactor(admin, { userId });
  await resetSecondFactor(admin, { userId });
  expect(await findSecondFactor(ctx)).toEqual({ kind: "off" });
  expect(await findSession(db, session, NOON)).toBeNull();
});

test("what was begun is shown and confirmed only where the password was just typed, and by nobody at another browser", async () => {
  const ctx = await aCustomer(db);
  await beginSecondFactor(ctx, nowhere);
  const sessionId = hashSessionId(await openSession(db, ctx.actor.userId, NOON)).toString("hex");
  const elsewhere = { ...ctx, actor: { ...ctx.actor, sessionId } };
  for (const stranger of [elsewhere, laterOn(ctx, 10)]) {
    expect(await findSecondFactor(stranger)).toEqual({ kind: "off" });
    const code = await codeAt(ctx, stranger.now);
    await expect(confirmSecondFactor(stranger, { code })).rejects.toMatchObject({ code: "reauthentication_required" });
  }
  expect(await findSecondFactor(ctx)).toMatchObject({ kind: "begun" });
});
