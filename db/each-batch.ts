import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const BATCH = sql.raw("2000");
const LONGEST_PAUSE = sql.raw("'90s'");

/**
 * Hands over what a query finds at this one moment, a batch after the other, whatever changes meanwhile: a cursor, so
 * that any number of rows takes the memory of one batch. A taker that throws ends the query; one that pauses for too
 * long is cut off, as its connection is another's too.
 */
export async function eachBatch(
  db: Database,
  query: SQL,
  take: (rows: Record<string, unknown>[]) => Promise<void>,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = ${LONGEST_PAUSE}`);
      await tx.execute(sql`declare each_batch no scroll cursor for ${query}`);
      for (;;) {
        const rows = await tx.execute(sql`fetch ${BATCH} from each_batch`);
        if (rows.length === 0) return;
        await take([...rows]);
      }
    },
    { accessMode: "read only" },
  );
}
