import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { databaseUrl } from "@/db/database-url";

const SEQUENCES_EACH = 50; // the proof reads whole tables

/** Databases copied from the migrated template, each for so many sequences, or until one of them went wrong. */
export function freshDatabases() {
  let present: { db: Database; close: () => Promise<void>; name: string } | null = null;
  let uses = 0;
  const asAdmin = async (work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
    const admin = postgres(inject("testServer").url, { max: 1, onnotice: () => {} });
    await work(admin);
    await admin.end();
  };
  const giveUp = async (): Promise<void> => {
    const past = present;
    present = null;
    if (!past) return;
    await past.close();
    await asAdmin((sql) => sql`drop database ${sql(past.name)} with (force)`);
  };
  const open = async (): Promise<Database> => {
    const { url, template } = inject("testServer");
    const name = `${template}_${randomUUID().slice(0, 8)}`;
    await asAdmin((sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`);
    present = { ...openDatabase(databaseUrl(url, name), { max: 8 }), name };
    uses = 0;
    return present.db;
  };
  afterAll(giveUp);
  return {
    next: async (): Promise<Database> => {
      if (present && uses++ < SEQUENCES_EACH) return present.db;
      await giveUp();
      return open();
    },
    giveUp,
  };
}
