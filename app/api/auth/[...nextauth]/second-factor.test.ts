import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aBrowser } from "@/app/api/auth/test-browser";
import { SITE } from "@/app/api/test-doors";
import { rateLimits } from "@/db/schema/operations";
import { sessions } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { later } from "@/db/test-fixtures";
import { codeAt, setUp } from "@/lib/auth/test-second-factor";
import { findUserContext } from "@/lib/http/context";
import { aCustomer, password } from "@/lib/users/test-customer";

const { db } = testDatabase();

async function secured() {
  const ctx = { ...(await aCustomer(db)), now: later(new Date(), -10) };
  const recovery = await setUp(ctx);
  return { ...ctx, recovery };
}

async function signIn(fields: Record<string, string>) {
  const browser = aBrowser();
  const answer = await browser.post("callback/credentials", fields);
  const url = new URL(answer.headers.get("location") ?? "", SITE);
  return { code: url.searchParams.get("code"), ctx: await findUserContext(browser.cookie()) };
}

test("with a second factor the password alone opens nothing, and only who knows it learns why", async () => {
  const { email, actor } = await secured();
  expect(await signIn({ email, password })).toEqual({ code: "second_factor_required", ctx: null });
  expect(await signIn({ email, password: "a guess" })).toEqual({ code: "credentials", ctx: null });
  expect(await signIn({ email, password: "a guess", code: "123456" })).toEqual({ code: "credentials", ctx: null });
  expect(await signIn({ email, password, code: "000000" })).toEqual({ code: "second_factor_wrong", ctx: null });
  expect(await signIn({ ticket: "AAAA", code: "000000" })).toEqual({ code: "credentials", ctx: null });
  expect(await db.select().from(sessions).where(eq(sessions.userId, actor.userId))).toHaveLength(1); // of its set-up
});

test("with the code, or a recovery code, it signs in, and the session knows", async () => {
  const ctx = await secured();
  const byCode = await signIn({ email: ctx.email, password, code: await codeAt(ctx, new Date()) });
  expect(byCode.ctx?.actor.userId).toBe(ctx.actor.userId);
  const byRecovery = await signIn({ email: ctx.email, password, code: ctx.recovery[0] ?? "" });
  expect(byRecovery.ctx?.actor.userId).toBe(ctx.actor.userId);
  const open = await db.select().from(sessions).where(eq(sessions.userId, ctx.actor.userId));
  expect(open.filter((session) => session.secondFactorAt !== null)).toHaveLength(3);
});

test("wrong codes use up the sign-in's tries", async () => {
  await db.delete(rateLimits);
  const { email } = await secured();
  for (let tries = 0; tries < 10; tries++) await signIn({ email, password, code: "000000" });
  const answer = await aBrowser().post("callback/credentials", { email, password, code: "000000" });
  expect(answer.status).toBe(429);
});
