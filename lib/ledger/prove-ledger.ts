import { sql, TransactionRollbackError } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { LedgerInvariant } from "@/lib/ledger/ledger-invariant";
import { ledgerInvariants } from "@/lib/ledger/ledger-invariants";

type Count = { breaches: number; examples: (number | string)[] };
export type Finding = Pick<LedgerInvariant, "name" | "sentence" | "of"> & Count;

const LONG_ENOUGH_MS = 600_000;

/**
 * Counts the breaches of every invariant in one snapshot of the whole database, which it cannot change. Whole tables
 * are read, so the pool's preference for indexes is set aside; the shop keeps the other processors. Ends by rolling back, so that its settings stay in no
 * caller's transaction. Throws where the time is up (milliseconds, in all).
 */
export async function proveLedger(db: Database, now: Date, withinMs = LONG_ENOUGH_MS): Promise<Finding[]> {
  const end = performance.now() + withinMs;
  const findings: Finding[] = [];
  const proof = db.transaction(
    async (tx) => {
      await tx.execute(sql`set transaction read only`);
      await tx.execute(sql`
        select set_config('enable_seqscan', 'on', true), set_config('work_mem', '64MB', true),
          set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`);
      for (const { query, ...invariant } of ledgerInvariants) {
        const left = Math.ceil(end - performance.now());
        if (left <= 0) throw new Error(`the time for the proof was up before ${invariant.name}`);
        await tx.execute(sql`select set_config('statement_timeout', ${String(left)}, true)`);
        findings.push({ ...invariant, ...(await countBreaches(tx, query, now)) });
      }
      tx.rollback();
    },
    { isolationLevel: "repeatable read" },
  );
  await proof.catch((thrown: unknown) => {
    if (!(thrown instanceof TransactionRollbackError)) throw thrown;
  });
  return findings;
}

async function countBreaches(tx: Database, query: LedgerInvariant["query"], now: Date): Promise<Count> {
  const [count] = await tx.execute<Count>(sql`
    with clock as (select ${now}::timestamptz as now), breach as (${query})
    select count(*)::int as breaches, coalesce(to_jsonb((array_agg(id order by id))[1:5]), '[]') as examples from breach`);
  if (!count) throw new Error("a count gave no row");
  return count;
}
