import type { Database } from "@/db/client";
import { ledgerProofs } from "@/db/schema/operations";
import type { Finding } from "@/lib/ledger/prove-ledger";

/** Keeps what a proof found, for readiness and the dashboard: the count of each invariant that does not hold. */
export async function recordProof(
  db: Database,
  findings: Finding[],
  { now, tookMs }: { now: Date; tookMs: number },
): Promise<void> {
  const broken = findings.filter(({ breaches }) => breaches > 0);
  await db.insert(ledgerProofs).values({
    ranAt: now,
    tookMs: Math.round(tookMs),
    breaches: Object.fromEntries(broken.map(({ name, breaches }) => [name, breaches])),
  });
}
