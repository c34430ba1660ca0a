import { afterEach, expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, gateway as jazzcash, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, DROPPED, lyingGateway, PENDING } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, aSurplus, giveBackOf, openItemOf, reconcileAfter } from "@/e2e/faults/money-back";
import { payOrder } from "@/e2e/faults/pay-order";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { proveLedger } from "@/lib/ledger/prove-ledger";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { verifyPayment } from "@/lib/payments/verify-payment";
import { resolveReview } from "@/lib/reviews/resolve-review";

const { db } = testDatabase({ max: 12 });
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "300", JAZZCASH_WALLET_TIMEOUT_MS: "600" });

const DAY = 24 * 60;
const at = (minutes: number) => jazzcash(db, later(NOON, minutes));
const wish = { reason: "", returned: false, restock: false };

let hours = 0;
afterEach(() => expectProof(db, later(NOON, hours * 60)));

test("the morning: people pay in every way, are refused, change their minds and cancel", async () => {
  const ctx = await somebody(db);
  const staff = await somebody(db, { role: "admin" });
  for (const by of ["MPAY", "MWALLET", "OTC", "cash", "no kind"] as const) await aPaidOrder(db, by);
  for (const code of ["000", "402", "157", "125"]) {
    const { order } = await anOrder(ctx);
    gateway.walletSays(code);
    await payOrder(ctx, order.id, "jazzcash_wallet");
  }
  const declined = await anAttempt(ctx);
  await receiveNotice(at(2), returned(declined.payment, { pp_ResponseCode: "101" }), "return");
  const forged = await anAttempt(ctx);
  await receiveNotice(at(3), returned(forged.payment, { pp_Amount: "1" }), "return");
  const cancelled = await anAttempt(ctx, "cash_on_delivery");
  await cancelOrder(laterOn(ctx, 4), { orderId: cancelled.order.id, ...wish });
  const shipped = await anAttempt(ctx, "cash_on_delivery");
  for (const status of ["in_progress", "shipped"] as const) {
    await updateOrderStatus(staff, { orderId: shipped.order.id, status, notes: "" });
  }
  await cancelOrder(staff, { orderId: shipped.order.id, reason: "", returned: true, restock: false });
  await anAttempt(ctx); // and goes away
});

test("noon: money comes late, twice and in another amount, in any order and all at once", async () => {
  const ctx = await somebody(db);
  const admin = await somebody(db, { role: "admin" });
  const late = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: late.order.id, ...wish });
  const raced = await anAttempt(ctx);
  const cash = await payOrder(ctx, raced.order.id, "cash_on_delivery");
  const other = await anAttempt(ctx);
  const refused = await anAttempt(ctx);
  await Promise.allSettled([
    ...[late, raced].flatMap(({ payment }) => [
      receiveNotice(at(5), returned(payment), "return"),
      receiveNotice(at(5), notified(payment), "callback"),
    ]),
    recordCash(admin, { paymentId: cash.payment_id }),
    aSurplus(db),
    ...[other, refused].map(({ payment }) =>
      receiveNotice(at(6), returned(payment, { pp_DiscountedAmount: "250000" }), "return"),
    ),
  ]);
  const failed = await anAttempt(ctx);
  await receiveNotice(at(2), returned(failed.payment, { pp_ResponseCode: "101" }), "return");
  const instead = await payOrder(ctx, failed.order.id, "cash_on_delivery");
  await recordCash(admin, { paymentId: instead.payment_id });
  await receiveNotice(at(7), returned(failed.payment, { pp_DiscountedAmount: "250000" }), "callback");
  for (const [{ payment }, action] of [[other, "accept"] as const, [refused, "give_back"] as const]) {
    const reviewId = await openItemOf(db, payment, "amount_differs");
    await resolveReview(laterOn(admin, 10), { reviewId, action, resolution: "Asked the customer" });
  }
});

test("the evening: money goes back, clearly, not at all, or nobody knows", async () => {
  const admin = await somebody(db, { role: "admin" });
  for (const [by, code] of [
    ["MPAY", "000"],
    ["MIGS", "451"],
    ["MWALLET", "999"],
    ["OTC", "000"],
    ["cash", ""],
  ] as const) {
    const { payment } = await aPaidOrder(db, by);
    gateway.saysOfRefunds(code);
    for (const [minutes, amount] of [
      [10, "1000"],
      [20, "500"],
    ] as const) {
      await giveBackOf(admin, payment, amount, minutes).catch(() => null);
    }
  }
  gateway.says(COMPLETED);
  gateway.saysOfRefunds("000");
  hours = 6;
  await reconcileAfter(db, 6 * 60);
});

test("days later: the gateway was silent, and nothing is unknown without somebody being asked", async () => {
  gateway.answers((_, response) => response.destroy());
  gateway.answersRefunds((_, response) => response.destroy());
  const { payment } = await anAttempt(await somebody(db));
  const { payment: toGiveBack } = await aPaidOrder(db, "MPAY");
  await giveBackOf(await somebody(db, { role: "admin" }), toGiveBack);
  const unknown = (await proveLedger(db, later(NOON, 3 * DAY))).filter(({ breaches }) => breaches > 0);
  expect(unknown.map(({ name }) => name)).toEqual(["attempts_are_known_after_a_day", "refunds_are_known_after_a_day"]);
  hours = 3 * 24;
  await reconcileAfter(db, hours * 60);
  await expectProof(db, later(NOON, hours * 60));
  for (const says of [PENDING, DROPPED]) {
    gateway.says(says);
    hours += 12;
    const ctx = await somebody(db, { role: "staff", now: later(NOON, hours * 60) });
    await verifyPayment(ctx, { transaction_id: payment.transaction_id });
    await reconcileAfter(db, hours * 60);
    await expectProof(db, later(NOON, hours * 60));
  }
});
