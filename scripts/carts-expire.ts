import { parseArgs } from "node:util";
import { openDatabase } from "@/db/client";
import { expireItems } from "@/lib/cart/expire-items";
import { env } from "@/lib/env";

const USAGE = "npm run carts:expire -- [--dry-run] [--hours N]";
const MOST_HOURS = 1_000_000;

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ options: { "dry-run": { type: "boolean" }, hours: { type: "string" } } }).values;
  } catch {
    fail(`Use it like this: ${USAGE}, N being a number of hours above 0.`);
  }
}

function readHours(text: string): number {
  const hours = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  return hours > 0 && hours <= MOST_HOURS ? hours : fail(`--hours: "${text}" is not a number of hours above 0.`);
}

const { "dry-run": dryRun = false, hours: given } = readArguments();
const { databaseUrl, databasePooler, cartExpiryHours } = env();
const hours = given === undefined ? cartExpiryHours : readHours(given);
if (!databaseUrl) fail("DATABASE_URL: is required and was not set");

const { db, close } = openDatabase(databaseUrl, { max: 1, pooler: databasePooler });
try {
  const ctx = { db, now: new Date(), actor: { kind: "system", useCase: "expire-carts" } } as const;
  const { expired } = await expireItems(ctx, { hours, dryRun });
  const found = `${expired} ${expired === 1 ? "line has" : "lines have"} been in a cart for ${hours} hours or longer`;
  console.log(dryRun ? `${found}. Dry run: nothing was changed.` : `${found} and left it.`);
} finally {
  await close();
}
