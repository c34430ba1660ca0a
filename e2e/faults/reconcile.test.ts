import { eq, inArray } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { notified, returned } from "@/db/test-notices";
import { anAttempt, later, NOON, somebody } from "@/db/test-fixtures";
import { COMPLETED, FAILED, PENDING, signed, lyingGateway } from "@/e2e/faults/lying-gateway";
import { reconcileAt } from "@/e2e/faults/reconcile-at";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { findOrder } from "@/lib/orders/queries";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { verifyPayment } from "@/lib/payments/verify-payment";

const { db } = testDatabase({ max: 20 });
afterAll(() => expectProof(db));
const gateway = await lyingGateway();
const reconcile = reconcileAt(db, gateway);
const rowOf = async (id: number) => (await db.select().from(payments).where(eq(payments.id, id)))[0];

it("asks about an attempt ten minutes after it was opened, then 10, 20, 40 … at most 360 minutes later", async () => {
  const ctx = await somebody(db);
  await anAttempt(ctx);
  gateway.says(PENDING);
  const askedAt: number[] = [];
  for (let minute = 0; minute <= 1500; minute += 5) {
    const { inquired } = await reconcile(minute);
    if (inquired > 0) askedAt.push(minute);
  }
  expect(askedAt).toEqual([10, 20, 40, 80, 160, 320, 640, 1000, 1360]);
});

it("a payment whose notice was lost is found by the next reconciliation, and confirmed an hour later", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  gateway.says({ ...COMPLETED, pp_Amount: "300000" });
  expect(await reconcile(10)).toMatchObject({ inquired: 1, completed: 1, errors: 0 });
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", payment_status: "paid" });
  expect(await reconcile(60)).toMatchObject({ inquired: 0 });
  expect(await reconcile(70)).toMatchObject({ inquired: 1, unchanged: 1 });
  expect(await reconcile(200)).toMatchObject({ inquired: 0 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "completed", confirmedAt: later(NOON, 70) });
});

it("an answer that was asked for before the money came is no confirmation of it", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  let answerNow = () => {};
  gateway.answers((request, response) => {
    const body = JSON.stringify(signed({ pp_TxnRefNo: request.pp_TxnRefNo ?? "", ...PENDING }));
    answerNow = () => response.end(body);
  });
  const asked = verifyPayment({ ...ctx, now: later(NOON, 20) }, payment);
  await expect.poll(() => gateway.asked.length).toBe(1);
  await receiveNotice({ db, now: later(NOON, 20), actor: { kind: "gateway" } }, notified(payment), "callback");
  answerNow();
  expect(await asked).toMatchObject({ status: "completed" });
  expect(await rowOf(payment.payment_id)).toMatchObject({ confirmedAt: null });
  expect(await findOrder(ctx, order.id)).toMatchObject({ payment_status: "paid" });
});

it("an account whose confirmation is never answered is asked ever less often", async () => {
  const ctx = await somebody(db);
  await anAttempt(ctx);
  gateway.says(COMPLETED);
  await reconcile(10);
  gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
  const askedAt: number[] = [];
  for (let minute = 15; minute <= 400; minute += 5) if ((await reconcile(minute)).inquired > 0) askedAt.push(minute);
  expect(askedAt).toEqual([70, 90, 130, 210, 370]);
});

it("junk that names an attempt again and again makes one run ask about it once", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(PENDING);
  await db
    .update(payments)
    .set({ inquiryWantedAt: later(NOON, 3) })
    .where(eq(payments.id, payment.payment_id));
  expect(await reconcile(2)).toMatchObject({ inquired: 0 });
  expect(await reconcile(3)).toMatchObject({ inquired: 1 });
});

it("a voucher taken on an attempt that the shop closed is remembered, and waited for", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  const voucher = returned(payment, { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125424242" });
  for (let times = 0; times < 2; times++) {
    await receiveNotice({ db, now: later(NOON, 5), actor: { kind: "gateway" } }, voucher, "return");
  }
  const closed = await rowOf(payment.payment_id);
  expect(closed).toMatchObject({ status: "cancelled", voucherNumber: "261125424242", calledPending: true });
  expect(closed?.expiresAt).toEqual(later(NOON, 5 + 24 * 60));
});

it("a confirmation that says otherwise is a case for a person and changes no money", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(COMPLETED);
  await reconcile(10);
  gateway.says(FAILED);
  await reconcile(70);
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "completed" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["confirmation_differs"]);
});

it("an attempt that the shop closed itself is asked about until the gateway ends it", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  gateway.says(PENDING);
  expect(await reconcile(10)).toMatchObject({ inquired: 1, unchanged: 1 });
  gateway.says(FAILED);
  expect(await reconcile(20)).toMatchObject({ inquired: 1, unchanged: 1 });
  expect(await reconcile(1000)).toMatchObject({ inquired: 0 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "cancelled", endedAt: later(NOON, 20) });
});

it("a success on an attempt that the shop closed is never lost, and goes back", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  gateway.says({ ...COMPLETED, pp_TxnType: "MWALLET" });
  expect(await reconcile(10)).toMatchObject({ completed: 1 });
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled", payment_status: "refunded" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["late_success"]);
});

it("ten reconciliations at once ask about each attempt once", async () => {
  const buyers = await Promise.all(Array.from({ length: 12 }, () => somebody(db)));
  const attempts = await Promise.all(buyers.map((buyer) => anAttempt(buyer)));
  gateway.says(COMPLETED);
  const tallies = await Promise.all(Array.from({ length: 10 }, () => reconcile(10)));
  expect(tallies.reduce((sum, tally) => sum + tally.inquired, 0)).toBe(12);
  expect(gateway.asked).toHaveLength(12);
  const ids = attempts.map(({ payment }) => payment.payment_id);
  const rows = await db.select().from(payments).where(inArray(payments.id, ids));
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["completed"]));
});

it("an attempt that somebody holds at this moment is left for the next run, and nobody waits for it", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(PENDING);
  await db.transaction(async (tx) => {
    await tx.select().from(payments).where(eq(payments.id, payment.payment_id)).for("update");
    expect(await reconcile(10)).toMatchObject({ inquired: 0 });
  });
  expect(await reconcile(10)).toMatchObject({ inquired: 1 });
});

it("a silent gateway ends nothing, and is asked at the same growing distances", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.answers((_, response) => response.writeHead(500).end());
  for (const minute of [10, 20, 40, 80]) expect(await reconcile(minute)).toMatchObject({ inquired: 1, errors: 1 });
  expect(await reconcile(159)).toMatchObject({ inquired: 0 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "pending", inquiryCount: 4 });
});
