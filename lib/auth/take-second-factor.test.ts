import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { recoveryCodes } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { later, NOON } from "@/db/test-fixtures";
import { openSecret, sealSecret } from "@/lib/auth/seal-secret";
import { takeSecondFactor } from "@/lib/auth/take-second-factor";
import { codeAt, setUp } from "@/lib/auth/test-second-factor";
import type { UserCtx } from "@/lib/shared/context";
import { aCustomer } from "@/lib/users/test-customer";

const { db } = testDatabase({ max: 20 });
const give = ({ actor }: UserCtx, code: string, minutes = 5) =>
  takeSecondFactor({ db, now: later(NOON, minutes) }, { userId: actor.userId, code, address: null });
const shown = (ctx: UserCtx, minutes: number) => codeAt(ctx, later(NOON, minutes));

test("an account without a second factor is asked for none", async () => {
  expect(await give(await aCustomer(db), "")).toBe("none");
});

test("the present code and its neighbours pass, each once, and none before the last", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  expect(await give(ctx, "")).toBe("required");
  const [before, present, after, far] = await Promise.all([4.5, 5, 5.5, 6].map((at) => shown(ctx, at)));
  expect(await give(ctx, far ?? "")).toBe("wrong");
  expect(await give(ctx, present ?? "")).toBe("passed");
  expect(await give(ctx, present ?? "")).toBe("wrong");
  expect(await give(ctx, before ?? "")).toBe("wrong");
  expect(await give(ctx, ` ${after?.slice(0, 3)} ${after?.slice(3)} `)).toBe("passed");
});

test("a code typed with Urdu digits is the same code", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  const urdu = (await shown(ctx, 5)).replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
  expect(await give(ctx, urdu)).toBe("passed");
});

test("the code that confirmed the set-up signs nobody in", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  expect(await give(ctx, await shown(ctx, 0), 0.2)).toBe("wrong");
});

test("a recovery code passes once, however it is typed, and another account's never", async () => {
  const ctx = await aCustomer(db);
  const other = await aCustomer(db);
  const [first = "", second = ""] = await setUp(ctx);
  await setUp(other);
  expect(await give(other, first)).toBe("wrong");
  expect(await give(ctx, first.toLowerCase().replaceAll("-", " "))).toBe("passed");
  expect(await give(ctx, first)).toBe("wrong");
  expect(await give(ctx, second)).toBe("passed");
  const kept = await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, ctx.actor.userId));
  expect(kept).toHaveLength(10);
  expect(JSON.stringify(kept)).not.toContain(first);
});

test.each(["authenticator", "recovery"])("of twenty who give one %s code at once, one passes", async (kind) => {
  const ctx = await aCustomer(db);
  const [recovery = ""] = await setUp(ctx);
  const code = kind === "recovery" ? recovery : await shown(ctx, 5);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => give(ctx, code)));
  const passed = answers.filter((each) => each.status === "fulfilled" && each.value === "passed");
  expect(passed).toHaveLength(1);
});

test("ten wrong codes are looked at in a quarter of an hour, and then not the right one either", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  for (let tries = 0; tries < 10; tries++) expect(await give(ctx, "no code")).toBe("wrong");
  const right = await shown(ctx, 5);
  await expect(give(ctx, right)).rejects.toMatchObject({ code: "too_many_requests" });
});

test("wrong codes are counted for the account and the address that sends them", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  const from = (address: string, code: string, minutes = 5) =>
    takeSecondFactor({ db, now: later(NOON, minutes) }, { userId: ctx.actor.userId, code, address });
  for (let tries = 0; tries < 10; tries++) expect(await from("10.0.0.1", "no code")).toBe("wrong");
  const right = await shown(ctx, 5);
  await expect(from("10.0.0.1", right)).rejects.toMatchObject({ code: "too_many_requests" });
  expect(await from("10.0.0.2", right)).toBe("passed");
  for (let tries = 0; tries < 90; tries++) expect(await from(`10.0.1.${tries}`, "no code")).toBe("wrong");
  await expect(from("10.0.2.1", await shown(ctx, 6), 6)).rejects.toMatchObject({ code: "too_many_requests" });
});

test("of twenty who guess at once, no more than ten guesses are looked at", async () => {
  const ctx = await aCustomer(db);
  await setUp(ctx);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => give(ctx, "no code")));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});

test("the secret is kept sealed, for this account and this purpose alone", async () => {
  const ctx = await aCustomer(db);
  const other = await aCustomer(db);
  await setUp(ctx);
  await setUp(other);
  const own = eq(users.id, ctx.actor.userId);
  const [account] = await db.select({ secret: users.totpSecret }).from(users).where(own);
  expect(account?.secret).toMatch(/^[\w-]{80,}$/);
  await db.update(users).set({ totpSecret: account?.secret }).where(eq(users.id, other.actor.userId));
  expect(await codeAt(other, NOON)).toBe("");
  const sealed = sealSecret("one thing", "a secret");
  expect(openSecret("one thing", sealed)).toBe("a secret");
  expect(openSecret("another", sealed)).toBeNull();
  expect(openSecret("one thing", `${sealed.slice(0, -4)}AAAA`)).toBeNull();
  expect(openSecret("one thing", "short")).toBeNull();
});
