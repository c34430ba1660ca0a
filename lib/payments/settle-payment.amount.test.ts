import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { inTransaction } = testDatabase();

const ASKED = {
  payment: { status: "processing", completedAt: null },
  order: { status: "pending", paymentStatus: "unpaid", paidPaisa: 0 },
  reviews: ["amount_differs"],
  movements: [],
};

it(
  "a discount made at the gateway settles nothing and is put to a person; no plain notice settles or ends it then",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), returned(payment, { pp_DiscountedAmount: "270000" }), "return");
    expect(await storyOf(tx, payment)).toMatchObject(ASKED);
    for (const pp_ResponseCode of ["121", "157", "129", "121"]) {
      await receiveNotice(gateway(tx, later(NOON, 1)), notified(payment, { pp_ResponseCode }), "callback");
      expect(await storyOf(tx, payment)).toMatchObject(ASKED);
    }
  }),
);

it.each(["", "null", "300000"])("a discounted amount of %j is no discount", (pp_DiscountedAmount) =>
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), returned(payment, { pp_DiscountedAmount }), "return");
    expect(await storyOf(tx, payment)).toMatchObject({ payment: { status: "completed" }, reviews: [] });
  })(),
);

it(
  "a failed attempt that was paid with a discount is being checked again, not shown as failed",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), notified(payment, { pp_ResponseCode: "129" }), "callback");
    await receiveNotice(gateway(tx), returned(payment, { pp_DiscountedAmount: "270000" }), "return");
    expect(await storyOf(tx, payment)).toMatchObject(ASKED);
  }),
);

it(
  "beside a live attempt it stays failed, and a person is asked",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    const { order, payment } = await anAttempt(buyer);
    await receiveNotice(gateway(tx), notified(payment, { pp_ResponseCode: "129" }), "callback");
    const next = await initiatePayment(buyer, { order_id: order.id, payment_method: "jazzcash" });
    await receiveNotice(gateway(tx), returned(payment, { pp_DiscountedAmount: "270000" }), "return");
    expect(await storyOf(tx, payment)).toMatchObject({ ...ASKED, payment: { status: "failed" } });
    expect((await storyOf(tx, next)).payment.status).toBe("pending");
  }),
);

it(
  "a discount told of a payment that is complete asks a person and changes nothing",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), notified(payment), "callback");
    const before = await storyOf(tx, payment);
    await receiveNotice(gateway(tx), returned(payment, { pp_DiscountedAmount: "270000" }), "return");
    const after = await storyOf(tx, payment);
    expect(after.payment).toEqual(before.payment);
    expect(after.order).toEqual(before.order);
    expect(after.reviews).toEqual(["amount_differs"]);
  }),
);
