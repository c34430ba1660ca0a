import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { countMessages } from "@/lib/messages/count-messages";

const { databaseUrl, databasePooler } = env();
if (!databaseUrl) {
  console.error("DATABASE_URL: is required and was not set");
  process.exit(1);
}
const { db, close } = openDatabase(databaseUrl, { max: 1, pooler: databasePooler });
const counts = await countMessages(db).finally(close);
if (counts.length === 0) console.log("The outbox is empty.");
for (const { state, channel, reason, count } of counts) {
  console.log(`${state.replace("_", " ")}, ${channel}: ${count}${reason ? ` (${reason})` : ""}`);
}
