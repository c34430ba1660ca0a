import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, FAILED, lyingGateway, PATIENT, PENDING } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";

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

/** A refund whose call was cut, begun so many minutes after noon. */
async function aRefundUnderWay({ part, minutes = 0 }: { part?: string; minutes?: number } = {}) {
  const paid = await aPaidOrder(db);
  const ctx = await admin();
  if (part) {
    gateway.saysOfRefunds("000");
    await giveBackOf(ctx, paid.payment, part, minutes);
  }
  gateway.answersRefunds((_, response) => response.destroy());
  await giveBackOf(ctx, paid.payment, undefined, minutes);
  gateway.asked.length = 0;
  return { ...paid, admin: ctx };
}

describe("what an inquiry proves of it", () => {
  it("it is asked about ten minutes after it was begun, then 10, 20, 40 … at most 360 minutes later", async () => {
    const begun = 70;
    const { payment } = await aPaidOrder(db);
    gateway.says(COMPLETED);
    await reconcileAfter(db, 60);
    gateway.answersRefunds((_, response) => response.destroy());
    gateway.answers((_, response) => response.destroy());
    await giveBackOf(await admin(), payment, undefined, begun);
    for (const minutes of [10, 20, 40, 80, 160, 320, 640, 1000, 1360]) {
      gateway.asked.length = 0;
      await reconcileAfter(db, begun + minutes - 0.01);
      expect([minutes, gateway.asked.length]).toEqual([minutes, 0]);
      await Promise.all([reconcileAfter(db, begun + minutes), reconcileAfter(db, begun + minutes)]);
      expect([minutes, gateway.asked.length]).toEqual([minutes, 1]);
    }
    expect(gateway.refunds()).toEqual([]);
  });

  it.each(["131", "122"])("%s: the money went back, and it is complete", async (code) => {
    const { payment } = await aRefundUnderWay();
    gateway.says(after(code));
    await reconcileAfter(db, 9);
    expect((await moneyOf(db, payment)).refunds).toMatchObject([{ status: "processing" }]);
    await reconcileAfter(db, 10);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      order: { paymentStatus: "refunded", refundedPaisa: 300_000 },
      refunds: [{ status: "completed", gatewayCode: code, completedAt: later(NOON, 10) }],
      back: [{ amountPaisa: 300_000, fromAccount: "gateway" }],
      reviews: [],
    });
  });

  it("121: proves nothing; a person is asked, and a later fact closes the question", async () => {
    const { payment } = await aRefundUnderWay();
    gateway.says({ ...COMPLETED, pp_Amount: "300000" });
    for (const minutes of [10, 20, 40]) await reconcileAfter(db, minutes);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "completed" },
      refunds: [{ status: "processing" }],
      reviews: ["refund_unknown"],
    });
    gateway.says(after("131"));
    await reconcileAfter(db, 80);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded" },
      refunds: [{ status: "completed" }],
      asked: [],
    });
  });

  it.each([
    ["a failed payment", FAILED],
    ["a pending one", PENDING],
    ["no such payment", { pp_ResponseCode: "109" }],
    ["nothing for certain", { pp_ResponseCode: "199" }],
  ])("%s: the refund stays under way, and a person is asked about both", async (_, answer) => {
    const { payment } = await aRefundUnderWay();
    gateway.says(answer);
    await reconcileAfter(db, 10);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "completed" }, refunds: [{ status: "processing" }], back: [] });
    expect(money.asked.toSorted()).toEqual(["confirmation_differs", "refund_unknown"]);
  });

  it("119: on its way back; it stays under way and contradicts nothing", async () => {
    const { payment } = await aRefundUnderWay();
    gateway.says(after("119", "Pending"));
    await reconcileAfter(db, 10);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "completed" }, refunds: [{ status: "processing" }], back: [] });
    expect(money.asked).toEqual(["refund_unknown"]);
  });

  it("131 beside a part that went back earlier may mean that part, so only a person can tell", async () => {
    const { payment } = await aRefundUnderWay({ part: "1000" });
    gateway.says(after("131"));
    await reconcileAfter(db, 10);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "partially_refunded", refundedPaisa: 100_000 },
      refunds: [{ status: "completed" }, { status: "processing" }],
      asked: ["refund_unknown"],
    });
  });

  it("131 in answer to a second part's own call may mean the first as well", async () => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    gateway.saysOfRefunds("000");
    await giveBackOf(ctx, payment, "1000");
    gateway.saysOfRefunds("131");
    expect(await giveBackOf(ctx, payment)).toMatchObject({ status: "processing", amount: "2000.00" });
    expect((await moneyOf(db, payment)).payment).toMatchObject({ refundedPaisa: 100_000 });
  });

  it("131 in answer to the first call: the money went back", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.saysOfRefunds("131");
    expect(await giveBackOf(await admin(), payment)).toMatchObject({ status: "completed", gateway_code: "131" });
  });

  it("131 about another amount proves nothing of this one", async () => {
    const { payment } = await aRefundUnderWay();
    gateway.says({ ...after("131"), pp_Amount: "100" });
    await reconcileAfter(db, 10);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "completed" }, refunds: [{ status: "processing" }], back: [] });
    expect(money.asked).toContain("refund_unknown");
  });

  it("unsigned it proves nothing, and asks nobody", async () => {
    const { payment } = await aRefundUnderWay();
    gateway.answers(({ pp_TxnRefNo = "" }, response) =>
      response.end(JSON.stringify({ pp_TxnRefNo, ...after("131"), pp_SecureHash: "A".repeat(64) })),
    );
    await reconcileAfter(db, 10);
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ status: "processing" }], back: [], asked: [] });
  });

  it("asked for the confirmation while the call is a moment old, it says nothing about it", async () => {
    const { payment } = await aRefundUnderWay({ minutes: 59 });
    gateway.says(COMPLETED);
    await reconcileAfter(db, 60);
    expect(gateway.asked).toHaveLength(1);
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ status: "processing" }], reviews: [] });
    await reconcileAfter(db, 70);
    expect((await moneyOf(db, payment)).reviews).toEqual(["refund_unknown"]);
  });
});
