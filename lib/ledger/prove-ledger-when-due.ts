import { gt, sql } from "drizzle-orm";
import { ledgerProofs } from "@/db/schema/operations";
import { proveLedger, type Finding } from "@/lib/ledger/prove-ledger";
import { recordProof } from "@/lib/ledger/record-proof";
import type { Ctx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const EVERY_MINUTES = 60;
const MOST_MS = 20_000;

/**
 * Proves the ledger where nobody did within the hour, one caller at a time, and keeps what was found. Null: it was not
 * due, somebody else is at it, or the time did not allow it. A breach is told in the log and stops nothing.
 */
export async function proveLedgerWhenDue({ db, now }: Ctx, withinMs = MOST_MS): Promise<Finding[] | null> {
  const startedAt = performance.now();
  const proof = db.transaction(
    async (tx) => {
      const [turn] = await tx.execute<{ isOurs: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtext('ledger_proofs')) as is_ours`,
      );
      const [young] = await tx
        .select({ id: ledgerProofs.id })
        .from(ledgerProofs)
        .where(gt(ledgerProofs.ranAt, minutesAfter(now, -EVERY_MINUTES)))
        .limit(1);
      if (!turn?.isOurs || young) return null;
      const findings = await proveLedger(tx, now, withinMs);
      await recordProof(tx, findings, { now, tookMs: performance.now() - startedAt });
      return findings;
    },
    { isolationLevel: "repeatable read" },
  );
  try {
    const findings = await proof;
    for (const { name, breaches, examples, of } of findings ?? []) {
      if (breaches > 0) console.error(`The ledger breaks ${name}: ${breaches} (${of} ${examples.join(", ")})`);
    }
    return findings;
  } catch (thrown) {
    console.error(`The ledger was not proved: ${describeError(thrown)}`);
    return null;
  }
}
