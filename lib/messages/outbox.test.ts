import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, anOrder, gateway, later, laterOn, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { claimMessages } from "@/lib/messages/claim-messages";
import { tellLongChecks } from "@/lib/messages/tell-long-checks";
import { kindsOf, sendAll, toldOf } from "@/lib/messages/test-outbox";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { placeOrder } from "@/lib/orders/place-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";

const { db, inTransaction } = testDatabase({ max: 20 });

describe("each event is told once, in the transaction that makes it", () => {
  it("what is rolled back was never told", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const failing = db.transaction(async (tx) => {
      await placeOrder({ ...ctx, db: tx }, orderInput());
      throw new Error("the database goes away");
    });
    await expect(failing).rejects.toThrow("goes away");
    const { order: next } = await anOrder(ctx);
    expect(await kindsOf(db, next)).toEqual(["order_placed"]);
    expect(await db.select().from(orders).where(eq(orders.userId, ctx.actor.userId))).toHaveLength(1);
  });

  it("a payment that twenty messages tell of at once is told of once", async () => {
    const { order: paid, payment } = await anAttempt(await somebody(db));
    await atOnce(20, (lane) =>
      receiveNotice(
        gateway(db, later(NOON, 1)),
        (lane % 2 ? notified : returned)(payment),
        lane % 2 ? "callback" : "return",
      ),
    );
    const told = await toldOf(db, paid);
    expect(told.map(({ event }) => event)).toEqual([
      `order_placed:${paid.id}`,
      `payment_received:${payment.payment_id}`,
    ]);
  });

  it("cash that is chosen before the order's message went out is told by that same message", async () => {
    const { order: placed } = await anAttempt(await somebody(db), "cash_on_delivery");
    const told = await toldOf(db, placed);
    expect(told.map(({ event, kind }) => [event, kind])).toEqual([[`order_placed:${placed.id}`, "order_confirmed"]]);
  });

  it("which waits for it where the checkout knows that cash comes next, and goes out with it", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const placed = await placeOrder(ctx, { ...orderInput(), payment_method: "cash_on_delivery" });
    expect((await toldOf(db, placed)).map(({ nextTryAt }) => nextTryAt)).toEqual([later(NOON, 1)]);
    await initiatePayment(ctx, { order_id: placed.id, payment_method: "cash_on_delivery" });
    expect(await toldOf(db, placed)).toMatchObject([{ kind: "order_confirmed", nextTryAt: NOON }]);
  });

  it("and by one of its own when that is out already; cash again after another way says nothing new", async () => {
    const ctx = await somebody(db);
    const { order: placed } = await anOrder(ctx);
    await sendAll(db);
    for (const payment_method of ["cash_on_delivery", "jazzcash", "cash_on_delivery"] as const) {
      await initiatePayment(ctx, { order_id: placed.id, payment_method });
    }
    expect(await kindsOf(db, placed)).toEqual(["order_placed", "order_confirmed"]);
  });

  it("and by one of its own while that is on its way: it may be written already", async () => {
    const ctx = await somebody(db);
    const { order: placed } = await anOrder(ctx);
    await claimMessages(db, { now: NOON, most: 100, channels: ["mail", "sms"] });
    await initiatePayment(ctx, { order_id: placed.id, payment_method: "cash_on_delivery" });
    expect(await kindsOf(db, placed)).toEqual(["order_placed", "order_confirmed"]);
  });

  it(
    "declined, and paid on the next attempt",
    inTransaction(async (tx) => {
      const ctx = await somebody(tx);
      const { order: placed, payment } = await anAttempt(ctx);
      await receiveNotice(gateway(tx), returned(payment, { pp_ResponseCode: "402" }), "return");
      await receiveNotice(gateway(tx), notified(payment, { pp_ResponseCode: "402" }), "callback");
      const second = await initiatePayment(laterOn(ctx, 1), { order_id: placed.id, payment_method: "jazzcash" });
      await receiveNotice(gateway(tx), notified(second), "callback");
      expect(await kindsOf(tx, placed)).toEqual(["order_placed", "payment_failed", "payment_received"]);
    }),
  );

  it(
    "a voucher, once however often its number comes",
    inTransaction(async (tx) => {
      const { order: placed, payment } = await anAttempt(await somebody(tx));
      const says = { pp_ResponseCode: "124", pp_TxnType: "OTC" };
      for (const minutes of [1, 2]) {
        await receiveNotice(gateway(tx, later(NOON, minutes)), returned(payment, says), "return");
      }
      expect(await kindsOf(tx, placed)).toEqual(["order_placed", "voucher_given"]);
    }),
  );

  it(
    "a payment that is unknown for a quarter of an hour, not a minute sooner, and once",
    inTransaction(async (tx) => {
      const { order: placed, payment } = await anAttempt(await somebody(tx));
      await receiveNotice(gateway(tx), returned(payment, { pp_ResponseCode: "157" }), "return");
      for (const [minutes, kinds] of [
        [14, 1],
        [15, 2],
        [20, 2],
      ] as const) {
        await tellLongChecks(gateway(tx, later(NOON, minutes)));
        expect(await kindsOf(tx, placed)).toHaveLength(kinds);
      }
      expect((await toldOf(tx, placed)).at(-1)).toMatchObject({
        kind: "payment_checked",
        paymentId: payment.payment_id,
      });
    }),
  );

  it(
    "cash in hand, shipped, delivered, given back",
    inTransaction(async (tx) => {
      const { order: placed, payment } = await anAttempt(await somebody(tx), "cash_on_delivery");
      const admin = await somebody(tx, { role: "admin" });
      for (const status of ["in_progress", "shipped", "delivered"] as const) {
        await updateOrderStatus(admin, { orderId: placed.id, status, notes: "" });
      }
      await recordCash(admin, { paymentId: payment.payment_id });
      const refund = await refundPayment(laterOn(admin, 5), { paymentId: payment.payment_id, reason: "broken" });
      const told = await toldOf(tx, placed);
      expect(told.map(({ kind }) => kind)).toEqual([
        "order_confirmed",
        "order_shipped",
        "order_delivered",
        "payment_received",
        "refund_completed",
      ]);
      expect(told.at(-1)).toMatchObject({ event: `refund_completed:${refund.id}`, refundId: refund.id });
    }),
  );

  it("cancelling is told when the shop or the clock did it, and not to whoever did it themselves", async () => {
    const input = { reason: "", returned: false, restock: false };
    const ctx = await somebody(db);
    const { order: own } = await anOrder(ctx);
    await cancelOrder(ctx, { ...input, orderId: own.id });
    const { order: ofShop } = await anOrder(ctx);
    await cancelOrder(await somebody(db, { role: "staff" }), { ...input, orderId: ofShop.id });
    const { order: late } = await anOrder(ctx);
    await cancelUnpaidOrders({ db, now: later(NOON, 600), actor: { kind: "system", useCase: "reconcile" } });
    expect(await kindsOf(db, own)).toEqual(["order_placed"]);
    expect(await kindsOf(db, ofShop)).toEqual(["order_placed", "order_cancelled"]);
    expect(await kindsOf(db, late)).toEqual(["order_placed", "order_cancelled"]);
    await expectProof(db, later(NOON, 600));
  });
});
