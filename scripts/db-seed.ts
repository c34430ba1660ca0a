import { openDatabase } from "@/db/client";
import { seedShop } from "@/db/seed/seed-shop";
import { env } from "@/lib/env";

const demoAccounts = process.argv.includes("--demo-accounts");
const { databaseUrl, databasePooler, jazzcash } = env();
if (!databaseUrl) {
  console.error("DATABASE_URL: is required and was not set");
  process.exit(1);
}
if (demoAccounts && jazzcash.environment === "production") {
  console.error("JAZZCASH_ENVIRONMENT: accounts with known passwords are never made where it is production");
  process.exit(1);
}
const { db, close } = openDatabase(databaseUrl, { max: 2, pooler: databasePooler });
await seedShop(db, { demoAccounts }).finally(close);
console.log(demoAccounts ? "The catalogue and the demo accounts are there." : "The catalogue is there.");
