import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { proveLedger } from "@/lib/ledger/prove-ledger";
import { recordProof } from "@/lib/ledger/record-proof";

const { databaseUrl, databasePooler } = env();
if (!databaseUrl) {
  console.error("DATABASE_URL: is required and was not set");
  process.exit(1);
}
const { db, close } = openDatabase(databaseUrl, { max: 1, pooler: databasePooler });
try {
  const now = new Date();
  const startedAt = performance.now();
  const findings = await proveLedger(db, now);
  const tookMs = performance.now() - startedAt;
  await recordProof(db, findings, { now, tookMs });

  const width = Math.max(...findings.map(({ name }) => name.length));
  const digits = Math.max(...findings.map(({ breaches }) => String(breaches).length));
  for (const { name, sentence, of, breaches, examples } of findings) {
    console.log(`${String(breaches).padStart(digits)}  ${name.padEnd(width)}  ${sentence}`);
    if (breaches > 0) console.log(`${" ".repeat(digits + width + 4)}→ ${of} ${examples.join(", ")}`);
  }
  const broken = findings.filter(({ breaches }) => breaches > 0).length;
  const verdict = broken === 0 ? "all of them 0" : `${broken} of them not 0`;
  console.log(`${findings.length} invariants in ${(tookMs / 1000).toFixed(1)} s, ${verdict}.`);
  process.exitCode = broken === 0 ? 0 : 1;
} finally {
  await close();
}
