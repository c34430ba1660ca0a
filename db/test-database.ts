import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "@/db/client";

class RollBack extends Error {}

export type TestDatabase = {
  db: Database;
  url: string;
  inTransaction: (test: (tx: Database) => Promise<void>) => () => Promise<void>;
};

/**
 * A database of this test file's own, copied from the migrated template; call it once, at the top of the file.
 * `inTransaction` makes a test whose changes are rolled back; races use `db`, a pool of `max` connections. Doors that
 * the file calls find the same database through DATABASE_URL.
 */
export function testDatabase({ max = 10 } = {}): TestDatabase {
  const url = process.env.DATABASE_URL ?? "";
  const { db, close } = openDatabase(url, { max });
  beforeAll(async () => {
    const server = inject("testServer");
    const admin = postgres(server.url, { max: 1 });
    const name = new URL(url).pathname.slice(1);
    await admin`create database ${admin(name)} template ${admin(server.template)} strategy file_copy`;
    await admin.end();
    if (max > 10) await Promise.all(Array.from({ length: max }, () => db.execute("select 1"))); // races start together
  });
  afterAll(close);
  return { db, url, inTransaction: (test) => () => rolledBack(db, test) };
}

async function rolledBack(db: Database, test: (tx: Database) => Promise<void>): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await test(tx);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}
