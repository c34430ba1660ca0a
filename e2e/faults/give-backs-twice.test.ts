import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { expectSentBack, paid, twoAttempts } from "@/e2e/faults/owed-money";
import { payOrder } from "@/e2e/faults/pay-order";
import { orderStatistics } from "@/lib/orders/order-statistics";
import { recordCash } from "@/lib/payments/record-cash";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);

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

describe("money that came twice", () => {
  it.each(["first", "second"] as const)(
    "the %s attempt was paid last: it goes back, and the order keeps its own",
    async (last) => {
      const { buyer, product, ...attempts } = await twoAttempts(db);
      const good = attempts[last === "first" ? "second" : "first"];
      const stock = await stockOf(db, product.id);
      await paid(db, good, 4);
      await paid(db, attempts[last], 5);
      expect(await moneyOf(db, attempts[last])).toMatchObject({ payment: { isSurplus: true }, asked: ["paid_twice"] });
      for (const minutes of [5, 6]) await reconcileAfter(db, minutes);
      const { order } = await expectSentBack(db, attempts[last]);
      expect(order).toMatchObject({ status: "confirmed", paymentStatus: "paid", paidPaisa: 300_000, refundedPaisa: 0 });
      expect(await moneyOf(db, good)).toMatchObject({
        payment: { status: "completed", refundedPaisa: 0 },
        refunds: [],
      });
      expect(await stockOf(db, product.id)).toBe(stock);
      expect(await orderStatistics(buyer)).toMatchObject({ total_spent: "3000.00", unpaid_amount: "0.00" });
      expect(gateway.refunds()).toHaveLength(1);
    },
  );

  it("cash was recorded first: what JazzCash took goes back, and the cash stays", async () => {
    const buyer = await somebody(db);
    const { order, payment } = await anAttempt(buyer);
    const cash = await payOrder(buyer, order.id, "cash_on_delivery");
    await recordCash(await somebody(db, { role: "staff" }), { paymentId: cash.payment_id });
    await paid(db, payment, 5);
    await reconcileAfter(db, 5);
    expect((await expectSentBack(db, payment)).order).toMatchObject({ paymentStatus: "paid", refundedPaisa: 0 });
    expect(await moneyOf(db, cash)).toMatchObject({ payment: { status: "completed" }, refunds: [] });
  });

  it("the good one was given back already: the second goes back as well, and counts for nothing", async () => {
    const { first, second } = await twoAttempts(db);
    await paid(db, second, 1);
    await giveBackOf(await somebody(db, { role: "admin" }), second, undefined, 2);
    await paid(db, first, 5);
    await reconcileAfter(db, 5);
    expect((await expectSentBack(db, first)).order).toMatchObject({
      paymentStatus: "refunded",
      paidPaisa: 300_000,
      refundedPaisa: 300_000,
    });
  });

  it("an administrator was faster with a part: the rest goes back, and the order's sums stay as they are", async () => {
    const { first, second } = await twoAttempts(db);
    await paid(db, second, 1);
    await paid(db, first, 2);
    await giveBackOf(await somebody(db, { role: "admin" }), first, "1000", 3);
    await reconcileAfter(db, 4);
    expect(await moneyOf(db, first)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      order: { paymentStatus: "paid", refundedPaisa: 0 },
      refunds: [{ amountPaisa: 100_000 }, { amountPaisa: 200_000, actor: "system:reconcile" }],
      asked: [],
    });
  });
});
