import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { notified, storyOf } from "@/db/test-notices";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { inTransaction } = testDatabase();

const tell = (tx: Database, payment: Parameters<typeof notified>[0], pp_ResponseCode: string, minutes: number) =>
  receiveNotice(gateway(tx, later(NOON, minutes)), notified(payment, { pp_ResponseCode }), "callback");

/** An order that the clock cancelled after its attempt had failed. */
async function timedOut(tx: Database) {
  const made = await anAttempt(await somebody(tx));
  await tell(tx, made.payment, "129", 1);
  await cancelUnpaidOrders({ db: tx, now: later(NOON, 61), actor: { kind: "system", useCase: "reconcile" } });
  expect(await storyOf(tx, made.payment)).toMatchObject({
    order: { status: "cancelled", cancelledBy: "system:reconcile" },
  });
  return made;
}

it(
  "a late success takes an order up again that the clock had cancelled, if its stock can be had",
  inTransaction(async (tx) => {
    const { payment, product } = await timedOut(tx);
    const free = await stockOf(tx, product.id);
    await tell(tx, payment, "121", 90);
    await tell(tx, payment, "121", 91);
    const story = await storyOf(tx, payment);
    expect(story).toMatchObject({
      payment: { status: "completed" },
      order: { status: "confirmed", paymentStatus: "paid", paidPaisa: 300_000, cancelledBy: null },
      reviews: [],
      steps: ["pending", "cancelled", "confirmed"],
      lastActor: "gateway",
    });
    expect(await stockOf(tx, product.id)).toBe(free - 2);
  }),
);

it(
  "where its stock is gone the order stays cancelled, holds the money in sight and is looked at",
  inTransaction(async (tx) => {
    const { payment, product } = await timedOut(tx);
    await tx.update(products).set({ stock: 1 }).where(eq(products.id, product.id));
    await tell(tx, payment, "121", 90);
    await tell(tx, payment, "121", 91);
    const story = await storyOf(tx, payment);
    expect(story).toMatchObject({
      payment: { status: "completed", isSurplus: false },
      order: { status: "cancelled", paymentStatus: "paid", paidPaisa: 300_000, cancelledBy: "system:reconcile" },
      reviews: ["late_success"],
      steps: ["pending", "cancelled"],
    });
    expect(story.movements).toHaveLength(1);
    expect(await stockOf(tx, product.id)).toBe(1);
  }),
);

it(
  "an order that a person cancelled stays so, whatever the stock",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const { order, payment, product } = await anAttempt(buyer);
    await cancelOrder(buyer, { orderId: order.id, reason: "changed my mind", returned: false, restock: false });
    const free = await stockOf(tx, product.id);
    await tell(tx, payment, "121", 5);
    expect(await storyOf(tx, payment)).toMatchObject({
      payment: { status: "completed" },
      order: {
        status: "cancelled",
        paymentStatus: "paid",
        paidPaisa: 300_000,
        cancelledBy: `user:${buyer.actor.userId}`,
      },
      reviews: ["late_success"],
      steps: ["pending", "cancelled"],
    });
    expect(await stockOf(tx, product.id)).toBe(free);
  }),
);

it.each(["shipped", "delivered"] as const)("a parcel that is %s as cash is not collected for once more", (reached) =>
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const staff = await somebody(tx, { role: "staff" });
    const { order, payment } = await anAttempt(buyer);
    const cash = await initiatePayment(buyer, { order_id: order.id, payment_method: "cash_on_delivery" });
    const steps = ["in_progress", "shipped", "delivered"] as const;
    for (const status of steps.slice(0, steps.indexOf(reached) + 1)) {
      await updateOrderStatus(staff, { orderId: order.id, status, notes: "" });
    }
    await tell(tx, payment, "121", 60);
    expect(await storyOf(tx, payment)).toMatchObject({
      payment: { status: "completed", isSurplus: false },
      order: { status: reached, paymentStatus: "paid" },
      reviews: ["do_not_collect"],
    });
    expect((await storyOf(tx, cash)).payment.status).toBe("cancelled");
  })(),
);

it(
  "a second payment of a paid order is a surplus that leaves the order's sums alone",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const { order, payment: first } = await anAttempt(buyer);
    await tell(tx, first, "129", 1);
    const second = await initiatePayment(buyer, { order_id: order.id, payment_method: "jazzcash" });
    await tell(tx, second, "121", 2);
    await tell(tx, first, "121", 3);
    await tell(tx, first, "121", 4);
    const [one, two] = [await storyOf(tx, first), await storyOf(tx, second)];
    expect(two).toMatchObject({ payment: { status: "completed", isSurplus: false }, reviews: [] });
    expect(one).toMatchObject({
      payment: { status: "completed", isSurplus: true },
      order: { paymentStatus: "paid", paidPaisa: 300_000, refundedPaisa: 0 },
      reviews: ["paid_twice"],
      steps: ["pending", "confirmed"],
    });
    expect([one.movements.length, two.movements.length]).toEqual([1, 1]);
  }),
);

it(
  "a success closes the order's other live attempt",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const { order, payment: first } = await anAttempt(buyer);
    await tell(tx, first, "129", 1);
    const second = await initiatePayment(buyer, { order_id: order.id, payment_method: "jazzcash" });
    await tell(tx, first, "121", 2);
    expect((await storyOf(tx, second)).payment).toMatchObject({ status: "cancelled", isSurplus: false });
    await tell(tx, second, "121", 3);
    expect(await storyOf(tx, second)).toMatchObject({
      payment: { status: "completed", isSurplus: true },
      reviews: ["paid_twice"],
    });
  }),
);
