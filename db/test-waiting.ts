import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";

/** Resolves when so many statements of this test file's database wait for a lock that somebody else holds. */
export const untilWaiting = (db: Database, many = 1): Promise<void> =>
  expect
    .poll(async () => {
      const [row] = await db.execute(sql`select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return row?.waiting;
    })
    .toBe(many);
