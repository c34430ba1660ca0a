import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { ledgerProofs } from "@/db/schema/operations";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { findZeros } from "@/lib/figures/find-zeros";
import { getDashboard } from "@/lib/figures/get-dashboard";
import { listCases } from "@/lib/figures/list-cases";
import { type Zero, ZEROS } from "@/lib/figures/model";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import type { ReviewKind } from "@/lib/reviews/model";
import { paisa } from "@/lib/shared/money";

const { inTransaction } = testDatabase();
const DAY = 24 * 60;

/** The payments that a number counts, which are the ones that its list shows; the other numbers are zero. */
async function casesOf(tx: Database, zero: Zero, now = NOON) {
  const staff = { ...(await somebody(tx, { role: "staff" })), now };
  const { zeros } = await findZeros(staff);
  const { cases } = await listCases(staff, zero);
  expect(zeros[zero].count).toBe(cases.length);
  for (const other of ZEROS.filter((each) => each !== zero)) expect([other, zeros[other].count]).toEqual([other, 0]);
  return cases.map((one) => one.payment_id);
}

const change = (tx: Database, id: number, values: Partial<typeof payments.$inferInsert>) =>
  tx.update(payments).set(values).where(eq(payments.id, id));

const review = (tx: Database, paymentId: number, kind: ReviewKind, openedAt = NOON) =>
  tx.insert(reviewItems).values({ paymentId, kind, facts: {}, openedAt }).returning();

async function paidAfterCancel(tx: Database) {
  const ctx = await somebody(tx);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  await receiveNotice(gateway(tx), notified(payment), "callback");
  return payment.payment_id;
}

it(
  "money of a cancelled order counts as paid without order unless it is wanted back or on its way",
  inTransaction(async (tx) => {
    const id = await paidAfterCancel(tx);
    expect(await casesOf(tx, "paid_without_order")).toEqual([]);
    await change(tx, id, { giveBackWantedAt: null });
    expect(await casesOf(tx, "paid_without_order")).toEqual([id]);
    const way = { way: "card", reason: "", actor: "user:1", createdAt: NOON, updatedAt: NOON } as const;
    await tx.insert(refunds).values({ paymentId: id, amountPaisa: paisa(300_000), ...way });
    expect(await casesOf(tx, "paid_without_order")).toEqual([]);
  }),
);

it(
  "so does a second payment of one order, and an order that is served never",
  inTransaction(async (tx) => {
    const [ctx, staff] = [await somebody(tx), await somebody(tx, { role: "staff" })];
    const { order, payment } = await anAttempt(ctx);
    const cash = await initiatePayment(ctx, { order_id: order.id, payment_method: "cash_on_delivery" });
    await recordCash(staff, { paymentId: cash.payment_id });
    expect(await casesOf(tx, "paid_without_order")).toEqual([]);
    await receiveNotice(gateway(tx), notified(payment), "callback");
    await change(tx, payment.payment_id, { giveBackWantedAt: null });
    expect(await casesOf(tx, "paid_without_order")).toEqual([payment.payment_id]);
  }),
);

it(
  "an attempt is unknown after half an hour, unless its voucher can still be paid or its amount is before a person",
  inTransaction(async (tx) => {
    const { payment_id: id } = (await anAttempt(await somebody(tx))).payment;
    expect(await casesOf(tx, "unknown", later(NOON, 31))).toEqual([]);
    await change(tx, id, { status: "processing" });
    expect(await casesOf(tx, "unknown", later(NOON, 30))).toEqual([]);
    expect(await casesOf(tx, "unknown", later(NOON, 31))).toEqual([id]);
    await change(tx, id, { voucherNumber: "71234567", expiresAt: later(NOON, DAY) });
    expect(await casesOf(tx, "unknown", later(NOON, DAY - 1))).toEqual([]);
    expect(await casesOf(tx, "unknown", later(NOON, DAY))).toEqual([id]);
    await review(tx, id, "amount_differs");
    expect(await casesOf(tx, "differing", later(NOON, DAY))).toEqual([id]);
  }),
);

it(
  "what a person has closed counts no more, and what is no matter of money never did",
  inTransaction(async (tx) => {
    const { payment_id: id } = (await anAttempt(await somebody(tx))).payment;
    await review(tx, id, "unknown_field");
    expect(await casesOf(tx, "differing")).toEqual([]);
    const [item] = await review(tx, id, "settlement_differs");
    await review(tx, id, "confirmation_differs");
    expect(await casesOf(tx, "differing")).toEqual([id, id]);
    const closed = { closedAt: NOON, closedBy: "user:1", resolution: "It is right" };
    await tx
      .update(reviewItems)
      .set(closed)
      .where(eq(reviewItems.id, item?.id ?? 0));
    expect(await casesOf(tx, "differing")).toEqual([id]);
  }),
);

it(
  "a refund is stuck after a day, once, however many are asked about it",
  inTransaction(async (tx) => {
    const id = await paidAfterCancel(tx);
    await change(tx, id, { giveBackWantedAt: null });
    const way = { way: "card", reason: "", actor: "user:1", createdAt: NOON, updatedAt: NOON } as const;
    await tx.insert(refunds).values({ paymentId: id, amountPaisa: paisa(300_000), ...way });
    expect(await casesOf(tx, "stuck", later(NOON, DAY))).toEqual([]);
    expect(await casesOf(tx, "stuck", later(NOON, DAY + 1))).toEqual([id]);
    await review(tx, id, "refund_unknown");
    expect(await casesOf(tx, "stuck", later(NOON, DAY + 1))).toEqual([id]);
  }),
);

it(
  "what waits for a person for more than a day is counted, and the last proof is told, good or bad",
  inTransaction(async (tx) => {
    const staff = await somebody(tx, { role: "staff" });
    expect(await findZeros(staff)).toMatchObject({ reviews_older_than_a_day: 0, last_proof: null });
    const { payment_id: id } = (await anAttempt(await somebody(tx))).payment;
    await review(tx, id, "unknown_field");
    await tx.insert(ledgerProofs).values({ ranAt: NOON, tookMs: 1, breaches: {} });
    expect(await findZeros(laterOn(staff, DAY - 1))).toMatchObject({ reviews_older_than_a_day: 0 });
    expect((await findZeros(staff)).last_proof).toEqual({ ran_at: NOON.toISOString(), breaches: {} });
    await tx.insert(ledgerProofs).values({ ranAt: later(NOON, 60), tookMs: 1, breaches: { stock_is_conserved: 2 } });
    expect(await findZeros(laterOn(staff, DAY))).toMatchObject({
      reviews_older_than_a_day: 1,
      last_proof: { breaches: { stock_is_conserved: 2 } },
    });
  }),
);

it(
  "shoppers are refused the dashboard and its cases by the use-cases themselves",
  inTransaction(async (tx) => {
    const shopper = await somebody(tx);
    const refusal = { code: "forbidden" };
    await expect(getDashboard(shopper, { from: "2026-11-25", to: "2026-11-25" })).rejects.toMatchObject(refusal);
    await expect(listCases(shopper, "unknown")).rejects.toMatchObject(refusal);
  }),
);
