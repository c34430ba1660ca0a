import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { anAttempt, gateway as jazzcash, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, returnOf } from "@/db/test-notices";
import { COMPLETED, FAILED, lyingGateway, PENDING } from "@/e2e/faults/lying-gateway";
import { reconcileAfter } from "@/e2e/faults/money-back";
import { toldStory } from "@/e2e/faults/told-story";
import { asForm } from "@/lib/jazzcash/test-messages";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { explainPayment } from "@/lib/payments/explain-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { verifyPayment } from "@/lib/payments/verify-payment";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();
afterAll(() => expectProof(db));
const gateway = await lyingGateway();

const told = (payment: { transaction_id: string }, minutes: number) => toldStory(db, payment, minutes);
const at = (minutes: number) => jazzcash(db, later(NOON, minutes));
const ask = (ctx: UserCtx, attempt: { transaction_id: string }, minutes: number) =>
  verifyPayment(laterOn(ctx, minutes), { transaction_id: attempt.transaction_id }).catch(() => null);
const OPENED = [
  "0: A payment of Rs 3,000 for order ORDER was opened, to be made on JazzCash’s page.",
  "0: The customer’s browser was given the signed form for JazzCash’s page.",
];
const THANKS = "“Thank you for Using JazzCash, your transaction was successful”";

test("a payment that was asked about, forged, paid, said twice and confirmed", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(PENDING);
  await ask(ctx, payment, 2);
  gateway.answers((_, response) => response.destroy());
  await ask(ctx, payment, 3);
  await receiveNotice(at(4), asForm({ ...returnOf(payment), pp_SecureHash: "0".repeat(64) }), "return");
  await receiveNotice(at(5), returned(payment), "return");
  await receiveNotice(at(6), notified(payment), "callback");
  await receiveNotice(
    at(7),
    notified(payment, { pp_ResponseCode: "402", pp_ResponseMessage: "No balance." }),
    "callback",
  );
  const untilNow = [
    ...OPENED,
    "2: JazzCash was asked how the payment stands.",
    "2: JazzCash answered the inquiry: 157 “Pending”.",
    "2: Nothing changed: that says nothing new.",
    "3: JazzCash was asked how the payment stands.",
    "3: No usable answer came: JazzCash could not be reached. That says nothing about the payment.",
    `4: A message in JazzCash’s name came with the customer’s browser: 000 ${THANKS}.`,
    "4: It was refused, because its signature is not JazzCash’s. It changed nothing; JazzCash is asked instead.",
    `5: The customer’s browser brought JazzCash’s answer: 000 ${THANKS}.`,
    "5: It is signed by JazzCash, and order and amount are right: the payment is complete.",
    "5: Rs 3,000 moved from the customer to JazzCash.",
    "5: Order ORDER was confirmed, by JazzCash’s word.",
    "6: JazzCash’s server told the shop: 121 “Transaction has been marked confirmed by Merchant”.",
    "6: Nothing changed: the money was taken already, and this says so once more.",
    "7: JazzCash’s server told the shop: 402 “No balance”.",
    "7: Nothing changed: the money was taken already, and no later answer undoes that.",
  ];
  expect(await told(payment, 8)).toEqual([
    ...untilNow,
    "8: Now: it is complete. JazzCash is asked once more, to confirm it, after today, 1:05 pm.",
  ]);
  gateway.says(COMPLETED);
  await reconcileAfter(db, 70);
  expect((await told(payment, 71)).slice(untilNow.length)).toEqual([
    "70: JazzCash was asked how the payment stands.",
    "70: JazzCash answered the inquiry: 121 “Completed”.",
    "70: Nothing changed: the money was taken already, and this says so once more.",
    "71: Now: it is complete, and JazzCash is not asked about it any more.",
  ]);
});

test("one that failed, was paid all the same after a cancel, and went back", async () => {
  const ctx = await somebody(db);
  const { payment, order } = await anAttempt(ctx);
  gateway.says(FAILED);
  await ask(ctx, payment, 12);
  expect((await told(payment, 13)).slice(2)).toEqual([
    "12: JazzCash was asked how the payment stands.",
    "12: JazzCash answered the inquiry: 402 “Failed”.",
    "12: So the payment failed. The order stayed open for another attempt.",
    "13: Now: it is over and failed. Should JazzCash still say that it was paid, the money pays the order or goes back.",
  ]);
  await cancelOrder(laterOn(ctx, 14), { orderId: order.id, reason: "Too slow.", returned: false, restock: false });
  await receiveNotice(at(15), notified(payment), "callback");
  expect((await told(payment, 16)).slice(5)).toEqual([
    "14: Order ORDER was cancelled, by the customer: “Too slow”.",
    "15: JazzCash’s server told the shop: 121 “Transaction has been marked confirmed by Merchant”.",
    "15: It is signed by JazzCash, and order and amount are right. The payment had failed, but money that was paid always counts: it is complete.",
    "15: Rs 3,000 moved from the customer to JazzCash.",
    "15: A person was asked to look: money came for a cancelled order.",
    "16: One question about it waits for a person.",
    "16: Now: Rs 3,000 of it belong to no order. The next reconciliation gives them back.",
  ]);
  gateway.saysOfRefunds("000");
  await reconcileAfter(db, 20);
  expect((await told(payment, 21)).slice(10)).toEqual([
    "20: The shop itself began to give Rs 3,000 back to the wallet: “Paid after cancellation”.",
    "20: JazzCash was told to give Rs 3,000 back. It is told once and never again by itself.",
    "20: JazzCash answered the refund request: 000 “Said of a refund: 000”.",
    "20: Rs 3,000 moved from JazzCash to the customer.",
    "20: Rs 3,000 are back with the customer: the refund is complete.",
    "20: JazzCash closed the question about the late money: “Refund 1 was completed”.",
    "21: Now: all of it was given back.",
  ]);
});

test("one with a voucher, which runs out", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const voucher = { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125525252", pp_ResponseMessage: "Pay it" };
  await receiveNotice(at(1), returned(payment, voucher), "return");
  expect((await told(payment, 2)).slice(2)).toEqual([
    "1: The customer’s browser brought JazzCash’s answer: 124 “Pay it”.",
    "1: The customer was given voucher 261125525252, to be paid at a counter. JazzCash says when it is paid.",
    "2: Now: it waits for the customer, who can pay voucher 261125525252 at a counter until tomorrow, 12:01 pm. JazzCash is asked again after today, 12:10 pm.",
  ]);
  gateway.says({ pp_ResponseCode: "109" });
  await reconcileAfter(db, 24 * 60 + 2);
  expect((await told(payment, 24 * 60 + 3)).slice(-4)).toEqual([
    "1442: JazzCash answered the inquiry: 109.",
    "1442: The time to pay is over and JazzCash knows of no payment: it expired.",
    "1442: Order ORDER was cancelled, by the shop’s clock: “Not paid in time”.",
    "1443: Now: it is over and expired. Should JazzCash still say that it was paid, the money pays the order or goes back.",
  ]);
});

test("a reference that no payment has is no story", async () => {
  expect(await explainPayment(db, "T20261125000000", NOON)).toBeNull();
});
