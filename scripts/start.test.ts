import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@/db/free-port";
import { DEMO_SECRETS } from "@/lib/env";
import { rootFolder } from "@/scripts/root-folder";

const LIVE = {
  SITE_URL: "https://sauda.example",
  DATABASE_URL: "postgres://db/sauda",
  NEXTAUTH_SECRET: "a secret of this shop's own",
  JAZZCASH_ENVIRONMENT: "production",
  JAZZCASH_MERCHANT_ID: "12345678",
  JAZZCASH_PASSWORD: "abcdefghij",
  JAZZCASH_INTEGRITY_SALT: "0123456789",
};

// The start as it is, with the check of the environment that a build makes, and no Next beside them to go on to.
const folder = mkdtempSync(join(tmpdir(), "sauda-start-"));
beforeAll(async () => {
  for (const inside of ["scripts", ".next"]) mkdirSync(join(folder, inside));
  cpSync(join(rootFolder, "scripts/start.mjs"), join(folder, "scripts/start.mjs"));
  writeFileSync(join(folder, ".next/BUILD_ID"), "1");
  await build({
    stdin: { contents: 'export { readEnv } from "@/lib/env";', resolveDir: rootFolder, loader: "ts" },
    outfile: join(folder, ".next/check-env.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(changes: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = "" } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, PORT: String(await freePort()), ...LIVE, ...changes };
  const child = spawn(process.execPath, [join(folder, "scripts/start.mjs")], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

const REFUSED: [what: string, variable: string, changes: Record<string, string>][] = [
  ["what is missing", "DATABASE_URL", { DATABASE_URL: "" }],
  ["a secret that everybody knows", "CRON_SECRET", { CRON_SECRET: DEMO_SECRETS.CRON_SECRET }],
  ["a blank behind the password", "JAZZCASH_PASSWORD", { JAZZCASH_PASSWORD: "abcdefghij " }],
  ["a line's end behind the salt", "JAZZCASH_INTEGRITY_SALT", { JAZZCASH_INTEGRITY_SALT: "0123456789\n" }],
  ["quotation marks", "JAZZCASH_MERCHANT_ID", { JAZZCASH_MERCHANT_ID: '"12345678"' }],
  ["an MPIN that is none", "JAZZCASH_MERCHANT_MPIN", { JAZZCASH_MERCHANT_MPIN: "12" }],
  ["http", "SITE_URL", { SITE_URL: "http://sauda.example" }],
  ["true money at a sandbox", "JAZZCASH_BASE_URL", { JAZZCASH_BASE_URL: "https://sandbox.jazzcash.com.pk" }],
  [
    "pretend money at the portal",
    "JAZZCASH_BASE_URL",
    { JAZZCASH_ENVIRONMENT: "sandbox", JAZZCASH_BASE_URL: "https://payments.jazzcash.com.pk" },
  ],
  [
    "another generation's host",
    "JAZZCASH_BASE_URL",
    { JAZZCASH_API: "orchestrator", JAZZCASH_BASE_URL: "https://pgw.jazzcash.com.pk" },
  ],
  ["a generation without a sandbox", "JAZZCASH_BASE_URL", { JAZZCASH_ENVIRONMENT: "sandbox", JAZZCASH_API: "pgw" }],
  [
    "a salt that everybody knows",
    "JAZZCASH_INTEGRITY_SALT_PREVIOUS",
    { JAZZCASH_INTEGRITY_SALT_PREVIOUS: "simsalt001" },
  ],
];

it.each(REFUSED)("npm start refuses %s, and names %s alone", async (_, variable, changes) => {
  const { code, said } = await start(changes);
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
  for (const secret of [LIVE.JAZZCASH_PASSWORD, LIVE.JAZZCASH_INTEGRITY_SALT, "simsalt001"]) {
    expect(said).not.toContain(secret);
  }
});

it("npm start names every variable that is wrong", async () => {
  const { code, said } = await start({ DATABASE_URL: "", JAZZCASH_PASSWORD: "", SITE_URL: "http://sauda.example" });
  expect(code).toBe(1);
  for (const name of ["DATABASE_URL: ", "JAZZCASH_PASSWORD: ", "SITE_URL: "]) expect(said).toContain(name);
});

it("npm start goes on to Next where nothing is wrong", async () => {
  expect((await start({})).said).toContain("ERR_MODULE_NOT_FOUND");
});
