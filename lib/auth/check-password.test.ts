import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { rateLimits } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { checkPassword } from "@/lib/auth/check-password";
import { signInKeys } from "@/lib/auth/sign-in-limit";
import { registerUser } from "@/lib/users/register-user";

const { db, inTransaction } = testDatabase({ max: 20 });
const now = new Date("2026-11-25T09:00:00Z");
const password = "sheesham wood table";

const register = (on: Database, email: string) =>
  registerUser({ db: on, now, actor: { kind: "system", useCase: "test" } }, { email, password, name: "Bilal" });

const check = (on: Database, email: string, given = password) =>
  checkPassword({ db: on, now }, { email, password: given, address: null });

async function usedTurns(on: Database, email: string): Promise<number> {
  const key = signInKeys({ email, address: null })[0]?.key ?? "";
  const [row] = await on.select().from(rateLimits).where(eq(rateLimits.key, key));
  return row?.count ?? 0;
}

test(
  "a right password gives its turn back, in whatever case the e-mail is written",
  inTransaction(async (tx) => {
    const user = await register(tx, "Bilal@Example.com");
    for (let times = 0; times < 12; times++)
      expect(await check(tx, " bilal@example.COM ")).toMatchObject({ id: user.id });
    expect(await usedTurns(tx, "bilal@example.com")).toBe(0);
  }),
);

test(
  "an unknown e-mail, a wrong password and what is no e-mail at all get one answer and use one turn each",
  inTransaction(async (tx) => {
    await register(tx, "known@example.com");
    for (const email of ["known@example.com", "unknown@example.com", "no e-mail", "nul\u0000@example.com", ""]) {
      for (let tries = 0; tries < 10; tries++) expect(await check(tx, email, "wrong")).toBeNull();
      expect(await usedTurns(tx, email)).toBe(10);
      await expect(check(tx, email, password)).rejects.toMatchObject({ code: "too_many_requests" });
    }
  }),
);

test(
  "a disabled account cannot sign in, and its right password says no more than a wrong one",
  inTransaction(async (tx) => {
    const user = await register(tx, "gone@example.com");
    await tx.update(users).set({ disabledAt: now }).where(eq(users.id, user.id));
    expect(await check(tx, "gone@example.com")).toBeNull();
    expect(await usedTurns(tx, "gone@example.com")).toBe(1);
  }),
);

test("30 wrong passwords at once: 10 are looked at, 20 refused", async () => {
  await register(db, "raced@example.com");
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, (_, at) => check(db, "raced@example.com", `${at}`)),
  );
  expect(tries.filter((each) => each.status === "fulfilled" && each.value === null)).toHaveLength(10);
  expect(tries.filter((each) => each.status === "rejected")).toHaveLength(20);
});

test("30 right passwords at once all sign in", async () => {
  const { id } = await register(db, "family@example.com");
  const all = await Promise.all(Array.from({ length: 30 }, () => check(db, "family@example.com")));
  expect(all.map((each) => each?.id)).toEqual(Array<number>(30).fill(id));
});
