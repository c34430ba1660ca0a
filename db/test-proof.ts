import { expect } from "vitest";
import type { Database } from "@/db/client";
import { NOON } from "@/db/test-fixtures";
import { proveLedger } from "@/lib/payments/prove-ledger";

/** Every invariant of the ledger holds; those that do not are told with their count and examples. */
export async function expectProof(db: Database, now = NOON): Promise<void> {
  const broken = (await proveLedger(db, now)).filter(({ breaches }) => breaches > 0);
  expect(
    broken.map(({ name, breaches, of, examples }) => `${name}: ${breaches} (${of} ${examples.join(", ")})`),
  ).toEqual([]);
}
