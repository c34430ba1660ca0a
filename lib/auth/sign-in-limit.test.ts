import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rateLimits } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { takeSignInTurn } from "@/lib/auth/sign-in-limit";

const { db, inTransaction } = testDatabase({ max: 20 });
const NOW = new Date("2026-11-25T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const nowhere = (email: string) => ({ email, address: null });
const refusal = { code: "too_many_requests", headers: { "retry-after": "900" } };

test("of 30 tries at once exactly 10 are looked at where no address is known", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () => takeSignInTurn(db, nowhere("raced@example.com"), NOW)),
  );
  expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(10);
  for (const each of tries) if (each.status === "rejected") expect(each.reason).toMatchObject(refusal);
});

test("turns given back while others are refused let no more than 10 stay used", async () => {
  const subject = nowhere("mixed@example.com");
  const settled = await Promise.allSettled(
    Array.from({ length: 30 }, async (_, at) => {
      const turn = await takeSignInTurn(db, subject, NOW);
      if (at % 2 === 0) return turn.giveBack();
    }),
  );
  const used = settled.filter((each, at) => each.status === "fulfilled" && at % 2 === 1).length;
  const left = await Promise.allSettled(Array.from({ length: 20 }, () => takeSignInTurn(db, subject, NOW)));
  expect(used + left.filter((each) => each.status === "fulfilled").length).toBe(10);
});

test(
  "after 15 minutes the count begins anew, and a turn of the old time is not given back to the new one",
  inTransaction(async (tx) => {
    const subject = nowhere("patient@example.com");
    const old = await takeSignInTurn(tx, subject, NOW);
    for (let tries = 0; tries < 9; tries++) await takeSignInTurn(tx, subject, NOW);
    await expect(takeSignInTurn(tx, subject, later(14))).rejects.toMatchObject({ headers: { "retry-after": "60" } });
    for (let tries = 0; tries < 10; tries++) await takeSignInTurn(tx, subject, later(15));
    await old.giveBack();
    await expect(takeSignInTurn(tx, subject, later(15))).rejects.toMatchObject(refusal);
  }),
);

test(
  "an e-mail is one subject in any case, and is not kept in words",
  inTransaction(async (tx) => {
    for (const email of ["Ayesha@Example.com", "ayesha@example.COM "]) {
      for (let tries = 0; tries < 5; tries++) await takeSignInTurn(tx, nowhere(email), NOW);
    }
    await expect(takeSignInTurn(tx, nowhere("ayesha@example.com"), NOW)).rejects.toMatchObject(refusal);
    expect(
      await tx
        .select()
        .from(rateLimits)
        .where(sql`key ilike '%ayesha%'`),
    ).toEqual([]);
  }),
);

test(
  "one address has 10 tries and locks nobody else out; all addresses together have 100",
  inTransaction(async (tx) => {
    const from = (address: string) => takeSignInTurn(tx, { email: "wanted@example.com", address }, NOW);
    for (let tries = 0; tries < 200; tries++) {
      const turn = from("203.0.113.1");
      await (tries < 10 ? turn : expect(turn).rejects.toMatchObject(refusal));
    }
    for (let host = 2; host <= 10; host++) for (let tries = 0; tries < 10; tries++) await from(`203.0.113.${host}`);
    await expect(from("203.0.113.99")).rejects.toMatchObject(refusal);
    const [refused] = await tx
      .select()
      .from(rateLimits)
      .where(sql`key like '%:203.0.113.99'`);
    expect(refused?.count).toBe(0);
  }),
);
