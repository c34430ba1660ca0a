import { parseArgs } from "node:util";
import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { refusalOf } from "@/lib/http/problem";
import { createAdministrator } from "@/lib/users/create-administrator";
import { CreateAdministratorInput } from "@/lib/users/schemas";
import { askSecret } from "@/scripts/ask-secret";

const USAGE = "npm run admin:create -- --email E --name N";

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } }).values;
  } catch {
    return {};
  }
}

const { email, name } = readArguments();
if (!email || !name) fail(`Use it like this: ${USAGE}`);
const { databaseUrl, databasePooler } = env();
if (!databaseUrl) fail("DATABASE_URL: is required and was not set");

const password = await askSecret("Password (8 to 128 characters): ");
if (process.stdin.isTTY && password !== (await askSecret("The same again: "))) fail("The two passwords differ.");

const { db, close } = openDatabase(databaseUrl, { max: 1, pooler: databasePooler });
try {
  const ctx = { db, now: new Date(), actor: { kind: "system", useCase: "admin-create" } } as const;
  const admin = await createAdministrator(ctx, CreateAdministratorInput.parse({ email, name, password }));
  console.log(`${admin.email} is an administrator now.`);
} catch (thrown) {
  const refusal = refusalOf(thrown);
  console.error(
    refusal.code === "email_taken" ? `There is an account with the e-mail ${email} already.` : refusal.message,
  );
  process.exitCode = 1;
} finally {
  await close();
}
