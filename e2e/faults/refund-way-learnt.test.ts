import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { gateway as jazzcash, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT, signed } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.saysOfRefunds("000");
});
afterAll(() => expectProof(db));

/** A payment whose first success did not say how it was paid. */
async function aSilentSuccess() {
  const ctx = await somebody(db, { role: "admin" });
  const { payment } = await aPaidOrder(db, "no kind");
  await expect(giveBackOf(ctx, payment)).rejects.toMatchObject({ code: "not_refundable" });
  return { ctx, payment };
}

test("a later success says how a payment was made, and the refund goes that way", async () => {
  const { ctx, payment } = await aSilentSuccess();
  await receiveNotice(jazzcash(db), returned(payment, { pp_TxnType: "MIGS" }), "return");
  await giveBackOf(ctx, payment, undefined, 5);
  expect(await moneyOf(db, payment)).toMatchObject({
    payment: { status: "refunded", gatewayTxnType: "MIGS" },
    refunds: [{ way: "card", status: "completed" }],
  });
});

test("so does the confirmation an hour later", async () => {
  const { ctx, payment } = await aSilentSuccess();
  gateway.answers(({ pp_TxnRefNo = "" }, response) =>
    response.end(JSON.stringify(signed({ pp_TxnRefNo, ...COMPLETED, pp_TxnType: "MWALLET" }))),
  );
  await reconcileAfter(db, 61);
  await giveBackOf(ctx, payment, undefined, 65);
  expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ way: "wallet", status: "completed" }] });
});

test("what is known once is not told otherwise later, nor by a message that says nothing of money", async () => {
  const { payment } = await aPaidOrder(db, "MIGS");
  await receiveNotice(jazzcash(db), returned(payment, { pp_TxnType: "MWALLET" }), "return");
  const { payment: silent } = await aPaidOrder(db, "no kind");
  await receiveNotice(jazzcash(db), returned(silent, { pp_TxnType: "MIGS", pp_ResponseCode: "157" }), "return");
  const typeOf = async (id: number) => {
    const [row] = await db.select({ type: payments.gatewayTxnType }).from(payments).where(eq(payments.id, id));
    return row?.type;
  };
  expect([await typeOf(payment.payment_id), await typeOf(silent.payment_id)]).toEqual(["MIGS", null]);
});
