import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway as gatewayAt, later, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { PENDING, lyingGateway } from "@/e2e/faults/lying-gateway";
import { reconcileAt } from "@/e2e/faults/reconcile-at";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { openOverdueReviews } from "@/lib/reviews/open-overdue-reviews";
import { decided, discounted, openItem } from "@/lib/reviews/test-reviews";

// What machine-made sequences found, each cut down to the least that shows it.

const { db } = testDatabase();
const gateway = await lyingGateway();
const reconcile = reconcileAt(db, gateway);

test("a person who settles another amount has also answered whether it was paid at all", async () => {
  const attempt = await discounted(db);
  gateway.says(PENDING);
  await reconcile(26 * 60);
  expect((await storyOf(db, attempt.payment)).reviews).toEqual(["amount_differs", "payment_unknown"]);
  const admin = await somebody(db, { role: "admin", now: later(NOON, 27 * 60) });
  await decided(admin, attempt, "amount_differs", "accept");
  await expect(openItem(db, attempt, "payment_unknown")).rejects.toThrow("no payment_unknown is open");
});

test("nobody is asked about an attempt whose end is being written down at that moment", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const nextDay = later(NOON, 26 * 60);
  await db.transaction(async (tx) => {
    await receiveNotice(gatewayAt(tx, nextDay), notified(payment, { pp_ResponseCode: "402" }), "callback");
    await openOverdueReviews({ db, now: nextDay, actor: { kind: "system", useCase: "reconcile" } });
  });
  expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "failed" }, reviews: [] });
});

test("of money that is owed whole, a part that was asked for meanwhile does not make the rest disappear", async () => {
  const buyer = await somebody(db);
  const admin = await somebody(db, { role: "admin" });
  const attempt = await anAttempt(buyer);
  await cancelOrder(buyer, { orderId: attempt.order.id, reason: "", returned: false, restock: false });
  await receiveNotice(gatewayAt(db), notified(attempt.payment, { pp_TxnType: "" }), "callback");
  const part = { paymentId: attempt.payment.payment_id, amount: "0.01", reason: "A scratch" };
  await expect(refundPayment(admin, part)).rejects.toMatchObject({ code: "not_refundable" });
  await reconcile(5);
  await decided(admin, attempt, "give_back_stuck", "given_back");
  expect(await storyOf(db, attempt.payment)).toMatchObject({ payment: { status: "refunded", refundedPaisa: 300_000 } });
});

test("a reload of the page that brought a discount asks nobody again, once it was accepted", async () => {
  const attempt = await anAttempt(await somebody(db));
  const admin = await somebody(db, { role: "admin" });
  const changes = { pp_DiscountedAmount: "290000" };
  await receiveNotice(gatewayAt(db), returned(attempt.payment, changes), "return");
  await decided(admin, attempt, "amount_differs", "accept");
  await receiveNotice(gatewayAt(db), returned(attempt.payment, changes), "return");
  const inOtherWords = { ...changes, pp_ResponseMessage: "Paid with a discount" };
  await receiveNotice(gatewayAt(db), returned(attempt.payment, inOtherWords), "return");
  expect(await storyOf(db, attempt.payment)).toMatchObject({
    payment: { status: "completed" },
    reviews: ["amount_differs"],
  });
});

test("the same after-sale notice once more asks nobody again, another one does", async () => {
  const attempt = await anAttempt(await somebody(db));
  const admin = await somebody(db, { role: "admin" });
  const disputed = notified(attempt.payment, { pp_ResponseCode: "126" });
  await receiveNotice(gatewayAt(db), disputed, "callback");
  await decided(admin, attempt, "after_sale_code", "close");
  await receiveNotice(gatewayAt(db), disputed, "callback");
  expect((await storyOf(db, attempt.payment)).reviews).toEqual(["after_sale_code"]);
  await receiveNotice(gatewayAt(db), notified(attempt.payment, { pp_ResponseCode: "128" }), "callback");
  expect((await storyOf(db, attempt.payment)).reviews).toEqual(["after_sale_code", "after_sale_code"]);
});
