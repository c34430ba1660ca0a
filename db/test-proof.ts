import type { Database } from "@/db/client";
import { NOON } from "@/db/test-fixtures";
import { proveLedger } from "@/lib/ledger/prove-ledger";

/** Every invariant of the ledger holds; throws what does not, each with its count and examples. */
export async function expectProof(db: Database, now = NOON): Promise<void> {
  const broken = (await proveLedger(db, now)).filter(({ breaches }) => breaches > 0);
  const lines = broken.map(({ name, breaches, of, examples }) => `${name}: ${breaches} (${of} ${examples.join(", ")})`);
  if (lines.length > 0) throw new Error(`The ledger does not hold.\n${lines.join("\n")}`);
}
