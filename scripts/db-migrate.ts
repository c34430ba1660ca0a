import { migrate } from "@/db/migrate";
import { env } from "@/lib/env";

const { databaseUrl } = env();
if (!databaseUrl) {
  console.error("DATABASE_URL: is required and was not set");
  process.exit(1);
}
await migrate(databaseUrl);
console.log("The database is at the newest migration.");
