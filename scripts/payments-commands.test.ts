import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { products } from "@/db/schema/catalog";
import { ledgerProofs } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { ledgerInvariants } from "@/lib/ledger/ledger-invariants";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { rootFolder } from "@/scripts/root-folder";

const { db, url } = testDatabase();

/** A command as an operator runs it: what it says and how it ends. */
async function run(command: string, args: string[], databaseUrl = url) {
  const program = spawn(process.execPath, ["--import", "tsx", `scripts/payments-${command}.ts`, ...args], {
    cwd: rootFolder,
    env: { ...process.env, DATABASE_URL: databaseUrl, TZ: "America/New_York" },
  });
  const said = { out: "", error: "" };
  program.stdout.on("data", (chunk) => (said.out += chunk));
  program.stderr.on("data", (chunk) => (said.error += chunk));
  const [code] = await once(program, "close");
  return { code, ...said };
}

test("the proof prints each invariant with its count, ends with 1 unless all are 0, and is kept", async () => {
  const { product } = await anAttempt(await somebody(db, { now: new Date() }));
  const whole = await run("prove", []);
  expect([whole.code, whole.error]).toEqual([0, ""]);
  const lines = whole.out.trimEnd().split("\n");
  expect(lines).toHaveLength(ledgerInvariants.length + 1);
  const width = Math.max(...ledgerInvariants.map(({ name }) => name.length));
  for (const { name, sentence } of ledgerInvariants) {
    expect(lines).toContain(`0  ${name.padEnd(width)}  ${sentence}`);
  }
  expect(lines.at(-1)).toMatch(/^\d+ invariants in \d+\.\d s, all of them 0\.$/);

  await db.update(products).set({ sold: 7 }).where(eq(products.id, product.id));
  const broken = await run("prove", []);
  expect(broken.code).toBe(1);
  expect(broken.out).toMatch(/^1 {2}stock_is_conserved .*\n +→ product \d+$/m);
  expect(broken.out).toMatch(/1 of them not 0\.\n$/);
  const kept = await db.select().from(ledgerProofs).orderBy(ledgerProofs.id);
  expect(kept.map(({ breaches }) => breaches)).toEqual([{}, { stock_is_conserved: 1 }]);
});

test("a story is printed in Pakistan's time, in English or in Urdu", async () => {
  const { payment } = await anAttempt(await somebody(db));
  await receiveNotice(gateway(db), returned(payment), "return");
  const english = await run("explain", [payment.transaction_id]);
  expect([english.code, english.error]).toEqual([0, ""]);
  expect(english.out).toMatch(/^Nov 25, 2026, 12:00:00 {2}A payment of Rs 3,000 for order ORD-/);
  expect(english.out).toContain("the payment is complete");
  const urdu = await run("explain", ["--ur", payment.transaction_id]);
  expect(urdu.code).toBe(0);
  expect(urdu.out).toContain("ادائیگی مکمل ہے");
  expect(urdu.out.split("\n")).toHaveLength(english.out.split("\n").length);
});

test("what cannot be told is said in one line, with exit 1", async () => {
  const usage = "Use it like this: npm run payments:explain -- TXN [--ur], TXN being the reference of one payment.\n";
  const answers = await Promise.all([
    run("explain", ["T20261125000000"]),
    run("explain", []),
    run("explain", ["T1", "--urdu"]),
    run("explain", ["T1"], ""),
    run("prove", [], ""),
  ]);
  expect(answers).toEqual([
    { code: 1, out: "", error: "No payment of this shop has the reference T20261125000000.\n" },
    { code: 1, out: "", error: usage },
    { code: 1, out: "", error: usage },
    { code: 1, out: "", error: "DATABASE_URL: is required and was not set\n" },
    { code: 1, out: "", error: "DATABASE_URL: is required and was not set\n" },
  ]);
});
