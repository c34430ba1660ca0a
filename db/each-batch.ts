import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const BATCH = sql.raw("2000");
const LONGEST_PAUSE = sql.raw("'90s'");

/** Tells that the taker has left, and another pool by which the query is then ended. */
type Leaving = { left: AbortSignal; by: Database };

/**
 * Hands over what a query finds at this one moment, a batch after the other, whatever changes meanwhile: a cursor, so
 * that any number of rows takes the memory of one batch. A taker that throws or leaves ends the query; one that pauses
 * for too long is cut off, as its connection is another's too.
 */
export async function eachBatch(
  db: Database,
  query: SQL,
  leaving: Leaving,
  take: (rows: Record<string, unknown>[]) => Promise<void>,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = ${LONGEST_PAUSE}`);
      const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await tx.execute(sql`declare each_batch no scroll cursor for ${query}`);
      for (;;) {
        leaving.left.throwIfAborted();
        const rows = await unlessLeft(() => tx.execute(sql`fetch ${BATCH} from each_batch`), own?.pid ?? 0, leaving);
        if (rows.length === 0) return;
        await take([...rows]);
      }
    },
    { accessMode: "read only" },
  );
}

/** Ends a statement at once whose taker leaves; the transaction waits for that, so that no other's is ever ended. */
async function unlessLeft<T>(run: () => PromiseLike<T>, pid: number, { left, by }: Leaving): Promise<T> {
  let ending: PromiseLike<unknown> | undefined;
  const end = () => {
    ending = by.execute(sql`select pg_cancel_backend(${pid}::int)`).then(
      () => undefined,
      () => undefined, // it ends by its own time limit then
    );
  };
  left.addEventListener("abort", end, { once: true });
  try {
    return await run();
  } finally {
    left.removeEventListener("abort", end);
    await ending;
  }
}
