import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { untilWaiting } from "@/db/test-waiting";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase({ max: 20 });

it("twenty callbacks and returns at once pay once: one movement, one step in the history", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const { done } = await atOnce(24, (lane) =>
    lane % 2
      ? receiveNotice(gateway(db), notified(payment), "callback")
      : receiveNotice(gateway(db), returned(payment), "return"),
  );
  for (const outcome of done) expect(outcome).toMatchObject({ payment: { status: "completed" } });
  const story = await storyOf(db, payment);
  expect(story.movements).toHaveLength(1);
  expect(story.steps).toEqual(["pending", "confirmed"]);
  expect(story.heard).toHaveLength(24);
  expect(story.order.paidPaisa).toBe(300_000);
});

it("paid, failed and pending at once: paid", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const codes = ["121", "129", "157", "999"];
  await atOnce(20, (lane) =>
    receiveNotice(gateway(db), notified(payment, { pp_ResponseCode: codes[lane % 4] ?? "" }), "callback"),
  );
  const story = await storyOf(db, payment);
  expect(story).toMatchObject({ payment: { status: "completed" }, order: { status: "confirmed" } });
  expect(story.movements).toHaveLength(1);
});

it("two attempts of one order paid at once: one pays it, the other is a surplus", async () => {
  const buyer = await somebody(db);
  const { order, payment: first } = await anAttempt(buyer);
  await initiatePayment(buyer, { order_id: order.id, payment_method: "cash_on_delivery" });
  const second = await initiatePayment(buyer, { order_id: order.id, payment_method: "jazzcash" });
  expect(second.transaction_id).not.toBe(first.transaction_id);
  await atOnce(20, (lane) => receiveNotice(gateway(db), notified(lane % 2 ? first : second), "callback"));
  const stories = [await storyOf(db, first), await storyOf(db, second)];
  expect(stories.map(({ payment }) => payment.status)).toEqual(["completed", "completed"]);
  expect(stories.filter(({ payment }) => payment.isSurplus)).toHaveLength(1);
  expect(stories.flatMap(({ reviews }) => reviews)).toEqual(["paid_twice"]);
  for (const { movements, order: paid } of stories) {
    expect(movements).toHaveLength(1);
    expect(paid.paidPaisa).toBe(300_000);
  }
});

it("one gateway reference for two payments at once: the first has it, the other is refused and looked at", async () => {
  const attempts = [(await anAttempt(await somebody(db))).payment, (await anAttempt(await somebody(db))).payment];
  const { done } = await atOnce(2, async (lane) => {
    const payment = attempts[lane];
    if (!payment) throw new Error("no attempt");
    return receiveNotice(gateway(db), notified(payment, { pp_RetreivalReferenceNo: "991125000099" }), "callback");
  });
  expect(done.map((outcome) => outcome.refused ?? "settled").toSorted()).toEqual([
    "gateway_reference_reused",
    "settled",
  ]);
  const stories = await Promise.all(attempts.map((payment) => storyOf(db, payment)));
  expect(stories.map(({ payment }) => payment.status).toSorted()).toEqual(["completed", "pending"]);
  expect(stories.flatMap(({ reviews }) => reviews)).toEqual(["reference_reused"]);
});

it("news that waited for the order's lock sees the question about the amount that was asked meanwhile", async () => {
  const { payment } = await anAttempt(await somebody(db));
  await receiveNotice(gateway(db), notified(payment, { pp_ResponseCode: "157" }), "callback");
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    const { order } = await storyOf(tx, payment);
    await tx.select().from(orders).where(eq(orders.id, order.id)).for("no key update");
    waiting = receiveNotice(gateway(db), notified(payment), "callback");
    await untilWaiting(db);
    const question = {
      paymentId: payment.payment_id,
      kind: "amount_differs",
      facts: {},
      openedAt: new Date(),
    } as const;
    await tx.insert(reviewItems).values(question);
  });
  await waiting;
  expect(await storyOf(db, payment)).toMatchObject({
    payment: { status: "processing" },
    order: { status: "pending" },
    movements: [],
  });
});
