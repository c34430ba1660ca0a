import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATION_LOCK = 7_283_200;

/**
 * Brings a database to the newest migration. Two at once wait for each other and both end well: the lock is a
 * transaction's on a connection of its own, so that it holds behind a transaction pooler too.
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 2, prepare: false, onnotice: () => {} });
  try {
    await client.begin(async (lock) => {
      await lock`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      await applyMigrations(drizzle(client, { casing: "snake_case" }), { migrationsFolder: "drizzle" });
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
