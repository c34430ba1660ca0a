import { expect, it } from "vitest";
import { countStatements } from "@/db/count-statements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db, url, inTransaction } = testDatabase();

it(
  "a signed success pays the order once, however often it is told",
  inTransaction(async (tx) => {
    const { payment, product } = await anAttempt(await somebody(tx));
    const stock = await stockOf(tx, product.id);
    for (const minutes of [1, 2, 3]) {
      const when = gateway(tx, later(NOON, minutes));
      const outcomes = [
        await receiveNotice(when, returned(payment), "return"),
        await receiveNotice(when, notified(payment), "callback"),
      ];
      for (const outcome of outcomes) expect(outcome).toMatchObject({ payment: { status: "completed" } });
    }
    const story = await storyOf(tx, payment);
    expect(story).toMatchObject({
      payment: { status: "completed", isSurplus: false, responseCode: "000", completedAt: later(NOON, 1) },
      order: { status: "confirmed", paymentStatus: "paid", paidPaisa: 300_000, updatedAt: later(NOON, 1) },
      movements: [
        {
          fromAccount: "customer",
          toAccount: "gateway",
          amountPaisa: 300_000,
          reference: `payment:${payment.transaction_id}`,
        },
      ],
      reviews: [],
      steps: ["pending", "confirmed"],
      lastActor: "gateway",
    });
    expect(story.payment.updatedAt).toEqual(later(NOON, 1));
    expect(story.heard).toHaveLength(6);
    expect(await stockOf(tx, product.id)).toBe(stock);
  }),
);

const ORDERINGS = [
  { codes: ["121", "157"], ends: "completed" },
  { codes: ["121", "129"], ends: "completed" },
  { codes: ["157", "129", "121"], ends: "completed" },
  { codes: ["129", "121"], ends: "completed" },
  { codes: ["999", "121"], ends: "completed" },
  { codes: ["129", "157"], ends: "failed" },
  { codes: ["157", "129"], ends: "failed" },
  { codes: ["157", "999"], ends: "processing" },
  { codes: ["121", "131"], ends: "completed" },
];

it.each(ORDERINGS)("news in the order $codes ends as $ends", ({ codes, ends }) =>
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    for (const pp_ResponseCode of codes) {
      await receiveNotice(gateway(tx), notified(payment, { pp_ResponseCode }), "callback");
    }
    const isPaid = ends === "completed";
    expect(await storyOf(tx, payment)).toMatchObject({
      payment: { status: ends },
      order: isPaid ? { status: "confirmed", paymentStatus: "paid" } : { status: "pending", paymentStatus: "unpaid" },
      reviews: codes.includes("131") ? ["after_sale_code"] : [],
    });
    expect((await storyOf(tx, payment)).movements).toHaveLength(isPaid ? 1 : 0);
  })(),
);

it(
  "a success wins over an attempt that the shop had closed for another method",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const { order, payment } = await anAttempt(buyer);
    const cash = await initiatePayment(buyer, { order_id: order.id, payment_method: "cash_on_delivery" });
    expect((await storyOf(tx, payment)).payment.status).toBe("cancelled");
    await receiveNotice(gateway(tx), notified(payment), "callback");
    expect(await storyOf(tx, payment)).toMatchObject({
      payment: { status: "completed", isSurplus: false },
      order: { status: "confirmed", paymentStatus: "paid" },
      reviews: [],
    });
    expect((await storyOf(tx, cash)).payment.status).toBe("cancelled");
  }),
);

it(
  "a repeat of news that the payment is under way changes nothing but the list of events",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    const pending = notified(payment, { pp_ResponseCode: "157", pp_ResponseMessage: "Transaction is pending." });
    await receiveNotice(gateway(tx, later(NOON, 1)), pending, "callback");
    const before = await storyOf(tx, payment);
    await receiveNotice(gateway(tx, later(NOON, 30)), pending, "callback");
    const after = await storyOf(tx, payment);
    expect(after.payment).toEqual(before.payment);
    expect(after.order).toEqual(before.order);
    expect(after.heard.length).toBe(before.heard.length + 1);
    expect(after.payment.calledPending).toBe(true);
  }),
);

it(
  "a voucher gives its number and a longer life, once: its repeats do not prolong it",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    const voucher = returned(payment, { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125777777" });
    for (const minutes of [1, 61, 600]) await receiveNotice(gateway(tx, later(NOON, minutes)), voucher, "return");
    const other = notified(payment, { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125777778" });
    await receiveNotice(gateway(tx, later(NOON, 700)), other, "callback");
    expect((await storyOf(tx, payment)).payment).toMatchObject({
      status: "processing",
      calledPending: true,
      expiresAt: later(NOON, 1 + 24 * 60),
    });
    await receiveNotice(gateway(tx, later(NOON, 900)), notified(payment), "callback");
    expect(await storyOf(tx, payment)).toMatchObject({
      payment: { status: "completed" },
      order: { status: "confirmed" },
    });
  }),
);

it("the callback that pays costs four statements, BEGIN and COMMIT among them, a repeat no more", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const tell = () => countStatements(url, (one) => receiveNotice(gateway(one), notified(payment), "callback"));
  const first = await tell();
  expect(first[0]).toMatch(/^begin/i);
  expect(first).toHaveLength(4);
  expect((await tell()).length).toBeLessThanOrEqual(4);
  expect((await storyOf(db, payment)).payment.status).toBe("completed");
});
