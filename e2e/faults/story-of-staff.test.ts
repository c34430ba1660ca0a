import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway as jazzcash, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { toldStory } from "@/e2e/faults/told-story";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { replayNotice } from "@/lib/payments/replay-notice";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { bring, csvOf } from "@/lib/settlements/test-files";

import { paymentOf, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase();

const told = (payment: { transaction_id: string }, minutes: number) => toldStory(db, payment, minutes);
const at = (minutes: number) => jazzcash(db, later(NOON, minutes));
const staffAt = async (minutes: number) => laterOn(await somebody(db, { role: "admin" }), minutes);
const THANKS = "121 “Transaction has been marked confirmed by Merchant”";

test("cash is told as the courier's file says it, with who brought the file, and its charge as the courier's", async () => {
  const parcel = await sent(db);
  const line = { reference: parcel.tracking, gross: 3000, fee: 200, tax: 48 };
  await bring(await staffAt(3), { source: "courier", text: csvOf("courier", [line]), name: "tcs.csv" });
  const payment = await paymentOf(db, parcel.id);
  expect((await told({ transaction_id: payment?.transactionId ?? "" }, 4)).slice(-6)).toEqual([
    "3: The courier’s file tcs.csv, brought by PERSON, says that the cash was collected: the payment is complete.",
    "3: The customer paid Rs 3,000 in cash.",
    "3: The courier paid Rs 2,752 out to the bank.",
    "3: The courier charged Rs 200 for its service.",
    "3: The courier withheld Rs 48 as tax.",
    "4: Now: it is complete.",
  ]);
});

test("a message that staff had read once more is told as theirs, with which one and what came of it", async () => {
  const { payment } = await anAttempt(await somebody(db));
  await receiveNotice(at(1), notified(payment), "callback");
  const [event] = await db
    .select()
    .from(paymentEvents)
    .where(eq(paymentEvents.paymentId, payment.payment_id))
    .orderBy(desc(paymentEvents.id))
    .limit(1);
  await replayNotice(await staffAt(5), { paymentId: payment.payment_id, eventId: event?.id ?? 0 });
  expect((await told(payment, 6)).slice(-3)).toEqual([
    `5: PERSON had the message of today, 12:01 pm read once more: ${THANKS}.`,
    "5: Nothing changed: the money was taken already, and this says so once more.",
    "6: Now: it is complete. JazzCash is asked once more, to confirm it, after today, 1:01 pm.",
  ]);
});

test("a cancelled cash order waits for no word of JazzCash", async () => {
  const buyer = await somebody(db);
  const { payment, order } = await anAttempt(buyer, "cash_on_delivery");
  await cancelOrder(laterOn(buyer, 1), { orderId: order.id, reason: "", returned: false, restock: false });
  expect((await told(payment, 2)).at(-1)).toBe("2: Now: it is closed, and no cash is expected for it any more.");
});

test("where all money is back and the goods were not sent, the story says that the order is to be cancelled", async () => {
  const { payment, order } = await anAttempt(await somebody(db), "cash_on_delivery");
  const staff = await staffAt(1);

  await recordCash(staff, { paymentId: payment.payment_id });
  await refundPayment(laterOn(staff, 1), { paymentId: payment.payment_id, reason: "Out of stock" });
  const last = async () => (await told(payment, 9)).at(-1);
  expect(await last()).toBe(
    "9: Now: all of it was given back. Its order is not sent any more: cancel it, so that its goods are in stock again.",
  );
  await cancelOrder(laterOn(staff, 3), { orderId: order.id, reason: "", returned: false, restock: false });
  expect(await last()).toBe("9: Now: all of it was given back.");
});

test("an open question and a voucher: who is waited for", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const voucher = { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125525253" };
  await receiveNotice(at(1), returned(payment, voucher), "return");
  expect((await told(payment, 2)).at(-1)).toContain("it waits for the customer, who can pay voucher 261125525253");
  expect((await told(payment, 24 * 60 + 2)).at(-1)).toContain("Now: it is being checked.");
});
