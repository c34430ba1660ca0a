import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { testDatabase } from "@/db/test-database";
import { aProduct, anAttempt, gateway as jazzcash, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { leaveTheRest, moneyOf, openItemOf, reconcileAfter } from "@/e2e/faults/money-back";
import { aLateSuccess, expectSentBack, paid } from "@/e2e/faults/owed-money";
import { payOrder } from "@/e2e/faults/pay-order";
import { addItem } from "@/lib/cart/add-item";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { orderStatistics } from "@/lib/orders/order-statistics";
import { placeOrder } from "@/lib/orders/place-order";
import { PlaceOrderInput } from "@/lib/orders/schemas";
import { giveBack } from "@/lib/refunds/give-back";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { resolveReview } from "@/lib/reviews/resolve-review";

const { db, url } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const CARD = { pp_TxnType: "MIGS" };

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
  gateway.says(COMPLETED);
  gateway.saysOfRefunds("000");
});
afterAll(async () => {
  gateway.answers((_, response) => response.destroy());
  await reconcileAfter(db, 3000);
  await expectProof(db, later(NOON, 3000));
});

describe("a success after the order was cancelled", () => {
  it("by a person: the order stays cancelled, and the money goes back once", async () => {
    const { buyer, payment, product } = await aLateSuccess(db);
    const stock = await stockOf(db, product.id);
    expect(await moneyOf(db, payment)).toMatchObject({
      order: { status: "cancelled", paymentStatus: "paid", paidPaisa: 300_000 },
      asked: ["late_success"],
    });
    for (const minutes of [5, 6, 20]) await reconcileAfter(db, minutes);
    const { order, reviews } = await expectSentBack(db, payment);
    expect(order).toMatchObject({ status: "cancelled", paymentStatus: "refunded", refundedPaisa: 300_000 });
    expect(reviews).toEqual(["late_success"]);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    expect(await stockOf(db, product.id)).toBe(stock);
    expect(await orderStatistics(buyer)).toMatchObject({ total_spent: "0.00", unpaid_amount: "0.00" });
  });

  it("found by an inquiry only: the same reconciliation sends it back", async () => {
    const buyer = await somebody(db);
    const { order, payment } = await anAttempt(buyer);
    await cancelOrder(buyer, { orderId: order.id, reason: "", returned: false, restock: false });
    gateway.says({ ...COMPLETED, pp_TxnType: "MPAY" });
    await reconcileAfter(db, 10);
    expect((await expectSentBack(db, payment)).refunds).toMatchObject([{ way: "card" }]);
  });

  it("by the clock, with its stock to be had: it is taken up again, and nothing goes back", async () => {
    const { payment, product } = await unpaidInTime({ stock: 10 });
    await paid(db, payment, 70);
    await reconcileAfter(db, 70);
    expect(await moneyOf(db, payment)).toMatchObject({
      order: { status: "confirmed", paymentStatus: "paid" },
      payment: { status: "completed", giveBackWantedAt: null },
      refunds: [],
      reviews: [],
    });
    expect(await stockOf(db, product.id)).toBe(8);
    expect(gateway.refunds()).toEqual([]);
  });

  it("by the clock, with its stock gone: it stays cancelled, and the money goes back", async () => {
    const { payment, product } = await unpaidInTime({ stock: 2 });
    const rival = await somebody(db, { now: later(NOON, 60) });
    await addItem(rival, { product_item_code: product.itemCode, quantity: 1 });
    await placeOrder(rival, PlaceOrderInput.parse({ shipping_address: "2 Mall Road, Lahore" }));
    await paid(db, payment, 70);
    expect((await moneyOf(db, payment)).asked).toEqual(["late_success"]);
    await reconcileAfter(db, 70);
    expect((await expectSentBack(db, payment)).order).toMatchObject({ status: "cancelled", paymentStatus: "refunded" });
    expect(await stockOf(db, product.id)).toBe(1);
  });
});

/** An order that the clock cancelled: its only attempt ended, and nobody paid it within the hour. */
async function unpaidInTime({ stock }: { stock: number }) {
  const buyer = await somebody(db);
  const product = await aProduct(db, { stock });
  await addItem(buyer, { product_item_code: product.itemCode, quantity: 2 });
  const order = await placeOrder(buyer, PlaceOrderInput.parse({ shipping_address: "1 Mall Road, Lahore" }));
  const payment = await payOrder(buyer, order.id, "jazzcash");
  await paid(db, payment, 1, { pp_ResponseCode: "112" });
  await reconcileAfter(db, 60);
  expect(await moneyOf(db, payment)).toMatchObject({ order: { status: "cancelled" }, payment: { status: "failed" } });
  expect(await stockOf(db, product.id)).toBe(stock);
  return { buyer, product, order, payment };
}

it("another amount that an administrator sends back goes back as it was taken, and the order stays open", async () => {
  const buyer = await somebody(db);
  const { payment } = await anAttempt(buyer);
  await receiveNotice(jazzcash(db), returned(payment, { pp_DiscountedAmount: "290000", ...CARD }), "return");
  const admin = await somebody(db, { role: "admin" });
  const item = await openItemOf(db, payment, "amount_differs");
  await resolveReview(admin, { reviewId: item, action: "give_back", resolution: "The bank gave a discount." });
  await reconcileAfter(db, 1);
  expect(gateway.refunds(payment.transaction_id).map(({ fields }) => fields.pp_Amount)).toEqual(["290000"]);
  expect(await moneyOf(db, payment)).toMatchObject({
    payment: { status: "refunded", refundedPaisa: 290_000, isSurplus: true },
    order: { status: "pending", paymentStatus: "unpaid", paidPaisa: 0, refundedPaisa: 0 },
    asked: [],
  });
});

it.each(["000", "453"])("five reconciliations at once send each of eight back once, also where %s", async (code) => {
  const owed = [];
  for (let count = 0; count < 8; count++) owed.push((await aLateSuccess(db)).payment);
  gateway.saysOfRefunds(code);
  const tallies = await Promise.all(Array.from({ length: 5 }, () => reconcileAfter(db, 6)));
  expect(tallies.map(({ errors }) => errors)).toEqual([0, 0, 0, 0, 0]);
  for (const payment of owed) {
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    if (code === "000") await expectSentBack(db, payment);
    else expect((await moneyOf(db, payment)).asked.toSorted()).toEqual(["give_back_stuck", "late_success"]);
  }
});

it("one that saw it owed, and came to it when it had been refused, does not send it again", async () => {
  const { payment } = await aLateSuccess(db);
  gateway.saysOfRefunds("453");
  let hasLooked = () => {};
  const looked = new Promise<void>((resolve) => {
    hasLooked = resolve;
  });
  const slow = openDatabase(url, { max: 1, onStatement: hasLooked });
  const ctx = { db: slow.db, now: later(NOON, 6), actor: { kind: "system", useCase: "reconcile" } } as const;
  let slowly: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(1)`);
    slowly = giveBack(ctx, { isTimeUp: () => false });
    await looked;
    void slow.db.execute(sql`select pg_advisory_xact_lock(1)`).execute(); // its only connection is kept waiting here
    await reconcileAfter(db, 6);
  });
  expect(await slowly).toBe(0);
  await slow.close();
  expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
  expect((await moneyOf(db, payment)).refunds).toHaveLength(1);
});
