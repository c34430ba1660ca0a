import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/free-port";
import { type Count, countPlaywright, countVitest } from "@/scripts/count-results";
import { findBrowser } from "@/scripts/find-browser";
import { rootFolder } from "@/scripts/root-folder";
import { type Running, startShop } from "@/scripts/start-shop";

type Check = { name: string; run: () => Promise<Count> };

const reports = mkdtempSync(join(tmpdir(), "sauda-reports-"));
chmodSync(reports, 0o755); // the user that PostgreSQL runs as must get in
const running: Running[] = [];
const say = (line: string) => console.log(line);

/** Runs one of the installed tools with its output shown, and tells its exit code. */
const tool = (bin: string, args: string[], env?: NodeJS.ProcessEnv): Promise<number> =>
  program([join(rootFolder, "node_modules", bin), ...args], env);

function program(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { cwd: rootFolder, env, stdio: ["ignore", "inherit", "inherit"] });
    const one = { stop: async () => void child.kill("SIGTERM"), kill: () => void child.kill("SIGKILL") };
    running.push(one);
    child.once("error", () => resolve(1));
    child.once("close", (code) => {
      running.splice(running.indexOf(one), 1);
      resolve(code ?? 1);
    });
  });
}

const asOne = (code: number): Count =>
  code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [] };

async function testUnits(): Promise<Count> {
  const file = join(reports, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(reports, "compiled") }; // each test file loads the same libraries
  return countVitest(file, await tool("vitest/vitest.mjs", args, env));
}

async function testJourneys(): Promise<Count> {
  const browser = findBrowser();
  if (!browser) throw new Error("No Chromium was found, and none could be installed: set CHROMIUM_PATH.");
  const own = {
    PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    DATABASE_URL: "",
    SITE_URL: "",
  };
  const shop = await startShop({
    source: { ...process.env, ...own },
    profile: "test",
    databaseFolder: join(reports, "postgres"),
    say,
    started: (one) => void running.push(one),
  });
  const file = join(reports, "playwright.json");
  const addresses = { SITE_URL: shop.siteUrl, SIMULATOR_URL: shop.simulatorUrl };
  const env = {
    ...shop.env,
    ...addresses,
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_FILE: file,
    NODE_ENV: "test" as const,
  };
  const count = countPlaywright(file, await shop.unlessDead(tool("@playwright/test/cli.js", ["test"], env)));
  const proof = asOne(await program(["--import", "tsx", "scripts/payments-prove.ts"], shop.env)); // of all that they did
  const failures = [...count.failures, ...(proof.failed ? ["payments-prove › the ledger's proof"] : [])];
  return { passed: count.passed + proof.passed, failed: count.failed + proof.failed, failures };
}

const format: Check = {
  name: "format",
  run: async () => asOne(await tool("prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."])),
};
const lint: Check = {
  name: "lint",
  run: async () => asOne(await tool("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"])),
};
const types: Check = {
  name: "types",
  run: async () => asOne(await tool("typescript/bin/tsc", ["--noEmit", "-p", "."])),
};
const unused: Check = { name: "unused", run: async () => asOne(await tool("knip/bin/knip.js", [])) };
const units: Check = { name: "units", run: testUnits };
const journeys: Check = { name: "journeys", run: testJourneys };
const crashes: Check = {
  name: "crashes",
  run: async () => asOne(await program(["--import", "tsx", "e2e/crashes/main.ts", "--kills", "3"])),
};

/** Each of the first uses one processor. Crashes mostly wait for what was killed to come back: others use the time. */
const rounds: Check[][] = [[format, types, unused], [lint], [units, crashes], [journeys]];

async function stopAll(): Promise<void> {
  for (const one of running.splice(0).toReversed()) await one.stop();
  rmSync(reports, { recursive: true, force: true });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void stopAll().then(() => process.exit(1)));
}

const chosen = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0, failures: [] };
const broken: string[] = [];

async function check({ name, run }: Check): Promise<void> {
  say(`\n== ${name}`);
  const count = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, failures: [`${name} › ${String(error).split("\n")[0]}`] };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  total.failures.push(...count.failures);
  if (count.failed > 0) broken.push(name);
}

for (const round of rounds) {
  await Promise.all(round.filter(({ name }) => chosen.length === 0 || chosen.includes(name)).map(check));
}
await stopAll();
if (broken.length > 0) say(["", ...total.failures, `Failed: ${broken.join(", ")}`].join("\n")); // the end is what is kept
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
