import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { reconcileAndProve } from "@/lib/payments/reconcile-and-prove";

const { databaseUrl, databasePooler } = env();
if (!databaseUrl) {
  console.error("DATABASE_URL: is required and was not set");
  process.exit(1);
}
const { db, close } = openDatabase(databaseUrl, { max: 6, pooler: databasePooler });
const actor = { kind: "system", useCase: "reconcile" } as const;
const tally = await reconcileAndProve({ db, now: new Date(), actor }).finally(close);
for (const [what, number] of Object.entries(tally)) console.log(`${what.replaceAll("_", " ")}: ${number}`);
