import { expect } from "vitest";
import type { Database } from "@/db/client";
import { anAttempt, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { moneyOf } from "@/e2e/faults/money-back";
import { payOrder } from "@/e2e/faults/pay-order";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";

/** The gateway tells, so many minutes after noon, that an attempt was paid, or what else the changes make of it. */
export const paid = (db: Database, payment: InitiatedPaymentView, minutes = 0, changes = {}) =>
  receiveNotice(gateway(db, later(NOON, minutes)), notified(payment, changes), "callback");

/** Rs 3,000 that came after the buyer had cancelled the order. */
export async function aLateSuccess(db: Database, changes: Record<string, string> = {}) {
  const buyer = await somebody(db);
  const attempt = await anAttempt(buyer);
  await cancelOrder(buyer, { orderId: attempt.order.id, reason: "", returned: false, restock: false });
  await paid(db, attempt.payment, 5, changes);
  return { buyer, ...attempt };
}

/** Two attempts of one order, on both of which the gateway can still be paid. */
export async function twoAttempts(db: Database) {
  const buyer = await somebody(db);
  const { order, product, payment: first } = await anAttempt(buyer);
  await payOrder(buyer, order.id, "cash_on_delivery");
  const second = await payOrder(buyer, order.id, "jazzcash");
  return { buyer, order, product, first, second };
}

/** The store itself sent all of a payment of Rs 3,000 back, once, and nobody is asked about it any more. */
export async function expectSentBack(db: Database, payment: InitiatedPaymentView) {
  const money = await moneyOf(db, payment);
  expect(money).toMatchObject({
    payment: { status: "refunded", refundedPaisa: 300_000, giveBackWantedAt: null },
    refunds: [{ status: "completed", amountPaisa: 300_000, actor: "system:reconcile" }],
    back: [{ amountPaisa: 300_000, fromAccount: "gateway", kind: "refund" }],
    asked: [],
  });
  return money;
}
