import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway as jazzcash, later, NOON, somebody } from "@/db/test-fixtures";
import { notified, storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PENDING } from "@/e2e/faults/lying-gateway";
import { aSurplus, leaveTheRest } from "@/e2e/faults/money-back";
import { signed } from "@/e2e/simulator/hash";
import { env } from "@/lib/env";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { verifyPayment } from "@/lib/payments/verify-payment";

const { db } = testDatabase();
const gateway = await lyingGateway();
const SLACK_MS = 20_000; // a busy machine; without a budget it would be a minute and more

const reconcile = (minutes: number, budgetMs: number) => {
  const ctx = { db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } } as const;
  const begun = performance.now();
  return reconcilePayments(ctx, { budgetMs }).then((tally) => ({ ...tally, ms: performance.now() - begun }));
};
const attempts = async (many: number) => {
  const made = [];
  for (let at = 0; at < many; at++) made.push((await anAttempt(await somebody(db))).payment);
  return made;
};

/** Its only attempt has failed, and an hour after noon nobody waits for it any more. */
const anUnpaidOrder = async () => {
  const [payment] = await attempts(1);
  if (payment) await receiveNotice(jazzcash(db), notified(payment, { pp_ResponseCode: "129" }), "callback");
};

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
});
afterEach(() => {
  env().jazzcash.timeoutMs = 500;
});
afterAll(() => expectProof(db));

it("a silent gateway costs no more time than there is, and who was not asked about is next", async () => {
  const opened = await attempts(25);
  gateway.answers(() => {});
  env().jazzcash.timeoutMs = 500;
  const first = await reconcile(10, 2000);
  expect(first.ms).toBeLessThan(2000 + SLACK_MS);
  expect(first.inquired).toBeGreaterThanOrEqual(5);
  expect(first.inquired).toBeLessThan(25);
  expect(first).toMatchObject({ errors: first.inquired, completed: 0, unchanged: 0 });
  gateway.says(PENDING);
  env().jazzcash.timeoutMs = 60_000;
  const second = await reconcile(10, 55_000);
  expect(second).toMatchObject({ inquired: 25 - first.inquired, unchanged: 25 - first.inquired });
  for (const payment of opened) expect((await storyOf(db, payment)).payment.inquiryCount).toBe(1);
});

it("a call may take longer than the whole run: some are asked about all the same, and answers come late", async () => {
  const made = await attempts(7);
  const open: [Record<string, string>, ServerResponse][] = [];
  gateway.answers((request, response) => void open.push([request, response]));
  env().jazzcash.timeoutMs = 60_000;
  const run = await reconcile(10, 2000);
  expect(run.ms).toBeLessThan(2000 + SLACK_MS);
  expect(run).toMatchObject({ inquired: 5, errors: 5, completed: 0 });

  for (const [{ pp_TxnRefNo = "" }, response] of open) {
    response.end(JSON.stringify(signed({ ...COMPLETED, pp_TxnRefNo }, "simsalt001")));
  }
  const paid = async () => {
    const rows = await Promise.all(made.map(async (payment) => (await storyOf(db, payment)).order.paymentStatus));
    return rows.filter((status) => status === "paid").length;
  };
  await expect.poll(paid).toBe(5);
});

it("money is sent back and unpaid orders are given up, however long a call may take", async () => {
  const { surplus } = await aSurplus(db);
  await anUnpaidOrder();
  gateway.says(COMPLETED);
  gateway.saysOfRefunds("000");
  env().jazzcash.timeoutMs = 60_000;
  expect(await reconcile(61, 20_000)).toMatchObject({ orders_cancelled: 1 });
  expect(await storyOf(db, surplus)).toMatchObject({ payment: { status: "refunded" } });
});

it("unpaid orders are given up though the gateway was silent to the last moment", async () => {
  await anUnpaidOrder();
  const made = await attempts(5);
  const open: ServerResponse[] = [];
  gateway.answers((_, response) => void open.push(response));
  env().jazzcash.timeoutMs = 60_000;
  expect(await reconcile(61, 4000)).toMatchObject({ inquired: 5, orders_cancelled: 1 });
  for (const response of open) response.destroy();
  for (const payment of made) await expect.poll(async () => (await storyOf(db, payment)).heard.length).toBe(1);
});

it("who asks while a run is asking shares its call", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(PENDING);
  const at = { ...ctx, now: later(NOON, 20) };
  await Promise.all([verifyPayment(at, payment), reconcile(20, 55_000), verifyPayment(at, payment)]);
  expect(gateway.asked.map(({ fields }) => fields.pp_TxnRefNo)).toEqual([payment.transaction_id]);
});
