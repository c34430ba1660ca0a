import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { products } from "@/db/schema/catalog";
import { ledgerProofs } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, later, NOON } from "@/db/test-fixtures";
import { ledgerInvariants } from "@/lib/ledger/ledger-invariants";
import { proveLedgerWhenDue } from "@/lib/ledger/prove-ledger-when-due";

const { db } = testDatabase({ max: 20 });
const log = vi.spyOn(console, "error").mockReturnValue();

const prove = (minutes: number, withinMs?: number) =>
  proveLedgerWhenDue({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } }, withinMs);
const proofs = () => db.select().from(ledgerProofs).orderBy(ledgerProofs.id);

beforeEach(async () => {
  await db.delete(ledgerProofs);
  log.mockClear();
});

test("the ledger is proved once an hour, and what was found is kept", async () => {
  expect(await prove(0)).toHaveLength(ledgerInvariants.length);
  expect(await prove(59)).toBeNull();
  expect(await prove(60)).toHaveLength(ledgerInvariants.length);
  const kept = await proofs();
  expect(kept).toMatchObject([
    { ranAt: NOON, breaches: {} },
    { ranAt: later(NOON, 60), breaches: {} },
  ]);
  expect(kept[0]?.tookMs).toBeGreaterThan(0);
});

test("20 who want to prove it at once prove it once", async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => prove(0)));
  expect(found.filter((findings) => findings !== null)).toHaveLength(1);
  expect(await proofs()).toHaveLength(1);
});

test("a breach is kept by its name and told to the log, and nothing is thrown", async () => {
  const { id } = await aProduct(db);
  await db.update(products).set({ sold: 3 }).where(eq(products.id, id));
  await prove(0);
  expect(await proofs()).toMatchObject([{ breaches: { stock_is_conserved: 1 } }]);
  expect(log.mock.calls).toEqual([[`The ledger breaks stock_is_conserved: 1 (product ${id})`]]);
  await db.update(products).set({ sold: 0 }).where(eq(products.id, id));
});

test("a proof that does not end in time is given up and not kept", async () => {
  expect(await prove(0, 0)).toBeNull();
  expect(await proofs()).toEqual([]);
  expect(log.mock.calls).toEqual([[expect.stringContaining("The ledger was not proved")]]);
  expect(await prove(0)).not.toBeNull();
});

test("a proof that the database holds up is cut off by the database", async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table payments in access exclusive mode`);
    expect(await prove(0, 1000)).toBeNull();
  });
  expect(log.mock.calls).toEqual([[expect.stringContaining("canceling statement due to statement timeout")]]);
});
