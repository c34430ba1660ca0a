import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT, signed } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const admin = async () => somebody(db, { role: "admin" });
const after = (code: string, pp_Status = "Completed") => ({
  pp_ResponseCode: "000",
  pp_PaymentResponseCode: code,
  pp_Status,
});

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
});
afterAll(async () => {
  gateway.answers((_, response) => response.destroy());
  await reconcileAfter(db, 2000);
  await expectProof(db, later(NOON, 2000));
});

describe("money that went back", () => {
  it("without a refund of ours is a contradiction, and changes no money", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.says(after("131"));
    await reconcileAfter(db, 60);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "completed", refundedPaisa: 0 }, back: [] });
    expect(money.asked.toSorted()).toEqual(["after_sale_code", "confirmation_differs"]);
  });

  it("after the gateway had refused it is a contradiction as well", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.saysOfRefunds("452");
    await expect(giveBackOf(await admin(), payment)).rejects.toMatchObject({ code: "refund_refused" });
    gateway.says(after("131"));
    await reconcileAfter(db, 60);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "completed" }, refunds: [{ status: "failed" }], back: [] });
    expect(money.asked.toSorted()).toEqual(["after_sale_code", "confirmation_differs"]);
  });

  it.each([
    ["131", after("131")],
    ["122", after("122")],
    ["121", COMPLETED],
  ])("by a refund of ours is confirmed an hour later by %s, and asks nobody", async (_, answer) => {
    const { payment } = await aPaidOrder(db);
    gateway.saysOfRefunds("000");
    await giveBackOf(await admin(), payment, "1000", 30);
    gateway.says(answer);
    await reconcileAfter(db, 60);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "partially_refunded", confirmedAt: later(NOON, 60) },
      reviews: [],
    });
    await reconcileAfter(db, 500);
    expect(gateway.asked.filter(({ path }) => /Inquire/.test(path))).toHaveLength(1);
  });

  it("a success told once more takes nothing back", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.saysOfRefunds("000");
    await giveBackOf(await admin(), payment);
    for (let times = 0; times < 2; times++) {
      await receiveNotice({ db, now: later(NOON, 5), actor: { kind: "gateway" } }, notified(payment), "callback");
    }
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "refunded" }, order: { paymentStatus: "refunded" } });
    expect(money.movements).toHaveLength(2);
  });
});

describe("an answer that comes after an inquiry knew better", () => {
  it("a refusal that comes after a person was asked answers the question", async () => {
    const { payment } = await aPaidOrder(db);
    let answerNow = () => {};
    gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
      answerNow = () => response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode: "453" })));
    });
    const refunding = giveBackOf(await admin(), payment);
    await expect.poll(() => gateway.refunds(payment.transaction_id).length).toBe(1);
    gateway.says(COMPLETED);
    await reconcileAfter(db, 10);
    expect((await moneyOf(db, payment)).asked).toEqual(["refund_unknown"]);
    answerNow();
    await expect(refunding).rejects.toMatchObject({ code: "refund_refused" });
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ status: "failed" }], asked: [] });
  });

  it.each(["000", "452", "999"])("%s changes nothing twice", async (code) => {
    const { payment } = await aPaidOrder(db);
    let answerNow = () => {};
    gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
      answerNow = () => response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode: code })));
    });
    const refunding = giveBackOf(await admin(), payment);
    await expect.poll(() => gateway.refunds(payment.transaction_id).length).toBe(1);
    gateway.says(after("131"));
    await reconcileAfter(db, 10);
    answerNow();
    expect(await refunding).toMatchObject({ status: "completed", gateway_code: "131" });
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      refunds: [{ status: "completed" }],
      back: [{ amountPaisa: 300_000 }],
    });
  });
});
