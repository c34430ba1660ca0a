import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/db/client";
import { testDatabase } from "@/db/test-database";

const { db, inTransaction } = testDatabase({ max: 25 });
const tables = sql`select count(*)::int as count from information_schema.tables where table_name in ('notes', 'orders')`;

it(
  "gives a test a transaction in which it may change anything",
  inTransaction(async (tx) => {
    await tx.execute(sql`create table notes (id int)`);
    expect(await tx.execute(tables)).toMatchObject([{ count: 2 }]);
  }),
);

it("rolls back what a test has done", async () => {
  expect(await db.execute(tables)).toMatchObject([{ count: 1 }]);
});

it("lets a failing test fail", async () => {
  const failing = inTransaction(async () => {
    throw new Error("the test's own");
  });
  await expect(failing()).rejects.toThrow("the test's own");
});

it("is the database that doors find by themselves", async () => {
  const name = sql`select current_database() as name`;
  expect([...(await database().execute(name))]).toEqual([...(await db.execute(name))]);
});

it("lets 25 transactions run at once", async () => {
  const pid = sql`select pg_backend_pid() as pid, pg_sleep(0.2)`;
  const rows = await Promise.all(Array.from({ length: 25 }, () => db.transaction((tx) => tx.execute(pid))));
  expect(new Set(rows.map((result) => result[0]?.pid)).size).toBe(25);
});
