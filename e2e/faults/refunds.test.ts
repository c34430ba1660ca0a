import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { paymentEvents } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway as jazzcash, somebody, stockOf } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT, signed } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf, type PaidBy } from "@/e2e/faults/money-back";
import { orderStatistics } from "@/lib/orders/order-statistics";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { actorName } from "@/lib/shared/context";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const admin = async () => somebody(db, { role: "admin" });

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.saysOfRefunds("000");
});
afterAll(() => expectProof(db));

const WAYS: { by: PaidBy; way: string; path: RegExp; names: string[] }[] = [
  { by: "MPAY", way: "card", path: /\/authorize\/Refund$/, names: ["pp_TxnRefNo"] },
  { by: "MIGS", way: "card", path: /\/authorize\/Refund$/, names: ["pp_TxnRefNo"] },
  { by: "MWALLET", way: "wallet", path: /\/domwalletrefund/, names: ["pp_TxnRefNo", "pp_MerchantMPIN"] },
  { by: "OTC", way: "voucher", path: /\/Refund\/Voucher$/, names: ["pp_VoucherID"] },
];

describe("money goes back by the way it came", () => {
  it.each(WAYS)("$by: the whole of it, and all that says so", async ({ by, way, path, names }) => {
    const { order, payment, product, buyer } = await aPaidOrder(db, by);
    const ctx = await admin();
    const stock = await stockOf(db, product.id);
    const before = gateway.asked.length;
    const refund = await giveBackOf(ctx, payment, undefined, 5);
    expect(refund).toMatchObject({ payment_id: payment.payment_id, amount: "3000.00", status: "completed" });

    const [asked, ...more] = gateway.asked.slice(before);
    expect(more).toEqual([]);
    expect(asked?.path).toMatch(path);
    const common = ["pp_Amount", "pp_MerchantID", "pp_Password", "pp_SecureHash", "pp_TxnCurrency"];
    expect(Object.keys(asked?.fields ?? {}).toSorted()).toEqual([...common, ...names].toSorted());
    const { pp_SecureHash, ...fields } = asked?.fields ?? {};
    expect(signed(fields).pp_SecureHash).toBe(pp_SecureHash);
    expect(fields).toMatchObject({ pp_Amount: "300000", pp_TxnCurrency: "PKR" });

    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000, isSurplus: false },
      order: { status: "confirmed", paymentStatus: "refunded", paidPaisa: 300_000, refundedPaisa: 300_000 },
      refunds: [{ way, status: "completed", amountPaisa: 300_000, gatewayCode: "000", reason: "It came broken" }],
      back: [
        {
          fromAccount: "gateway",
          kind: "refund",
          amountPaisa: 300_000,
          reference: `refund:${refund.id}`,
          refundId: refund.id,
        },
      ],
      asked: [],
    });
    const events = await db
      .select()
      .from(paymentEvents)
      .where(and(eq(paymentEvents.paymentId, payment.payment_id), eq(paymentEvents.channel, "refund")));
    expect(events.map(({ isOutgoing, decision, statusAfter }) => [isOutgoing, decision, statusAfter])).toEqual([
      [true, "sent", null],
      [false, "refund_completed", "refunded"],
    ]);
    expect(await stockOf(db, product.id)).toBe(stock);
    expect(await orderStatistics(buyer)).toMatchObject({ total_spent: "0.00", unpaid_amount: "0.00" });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `payment:${payment.payment_id}`));
    expect(audit.map(({ actor, action, details }) => ({ actor, action, details }))).toEqual([
      { actor: actorName(ctx.actor), action: "payment.refund", details: { refund: refund.id, amount_paisa: 300_000 } },
    ]);
    expect(order.total_amount).toBe("3000.00");
  });

  it("cash: handed over at once, and JazzCash is not asked", async () => {
    const { payment } = await aPaidOrder(db, "cash");
    const before = gateway.asked.length;
    expect(await giveBackOf(await admin(), payment, "1000")).toMatchObject({ status: "completed", gateway_code: null });
    expect(gateway.asked.length).toBe(before);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "partially_refunded", refundedPaisa: 100_000 },
      order: { paymentStatus: "partially_refunded", refundedPaisa: 100_000 },
      refunds: [{ way: "cash", status: "completed" }],
      back: [{ fromAccount: "courier", kind: "cash_returned", amountPaisa: 100_000 }],
    });
  });

  it.each(["PAY", "DD", "no kind"] as const)("%s: not known, so nothing is sent and a person is asked", async (by) => {
    const { payment } = await aPaidOrder(db, by);
    const before = gateway.asked.length;
    for (let times = 0; times < 2; times++) {
      await expect(giveBackOf(await admin(), payment, "10")).rejects.toMatchObject({ code: "not_refundable" });
    }
    expect(gateway.asked.length).toBe(before);
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [], reviews: ["give_back_stuck"] });
  });

  it("what the database keeps of it holds neither MPIN nor password nor salt", async () => {
    const { payment } = await aPaidOrder(db, "MWALLET");
    gateway.answersRefunds((request, response) => {
      const { pp_SecureHash: _, ...echo } = request;
      response.end(JSON.stringify(signed({ ...echo, pp_ResponseCode: "000", pp_ResponseMessage: "sim0pass01" })));
    });
    await giveBackOf(await admin(), payment);
    const events = await db.select().from(paymentEvents).where(eq(paymentEvents.paymentId, payment.payment_id));
    const kept = JSON.stringify([events.map(({ fields }) => fields), (await moneyOf(db, payment)).refunds]);
    expect(kept).toContain('"pp_MerchantMPIN":"masked:4"');
    for (const secret of ['"1234"', "sim0pass01", "simsalt001"]) expect(kept).not.toContain(secret);
  });
});

describe("parts", () => {
  it("several of them add up to the whole, each moved once", async () => {
    const { payment, buyer } = await aPaidOrder(db);
    const ctx = await admin();
    const steps: [string | undefined, string, number, string][] = [
      ["1000", "1000.00", 100_000, "partially_refunded"],
      ["500.5", "500.50", 150_050, "partially_refunded"],
      ["0.01", "0.01", 150_051, "partially_refunded"],
      [undefined, "1499.49", 300_000, "refunded"],
    ];
    for (const [amount, given, sum, status] of steps) {
      expect(await giveBackOf(ctx, payment, amount)).toMatchObject({ amount: given, status: "completed" });
      expect(await moneyOf(db, payment)).toMatchObject({
        payment: { status, refundedPaisa: sum },
        order: { paymentStatus: status, refundedPaisa: sum, paidPaisa: 300_000 },
      });
    }
    expect(gateway.refunds(payment.transaction_id).map(({ fields }) => fields.pp_Amount)).toEqual([
      "100000",
      "50050",
      "1",
      "149949",
    ]);
    const { back, movements } = await moneyOf(db, payment);
    expect(back.reduce((sum, { amountPaisa }) => sum + amountPaisa, 0)).toBe(300_000);
    expect(movements).toHaveLength(5);
    expect(await orderStatistics(buyer)).toMatchObject({ total_spent: "0.00" });
  });

  it("never more than is left, not by a paisa", async () => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    await expect(giveBackOf(ctx, payment, "3000.01")).rejects.toMatchObject({
      code: "refund_exceeds_payment",
      extra: { refundable_amount: "3000.00" },
    });
    await giveBackOf(ctx, payment, "2000");
    await expect(giveBackOf(ctx, payment, "1000.01")).rejects.toMatchObject({
      code: "refund_exceeds_payment",
      extra: { refundable_amount: "1000.00" },
    });
    await giveBackOf(ctx, payment, "1000");
    await expect(giveBackOf(ctx, payment, "0.01")).rejects.toMatchObject({ code: "refund_exceeds_payment" });
    await expect(giveBackOf(ctx, payment, undefined, 5)).rejects.toMatchObject({ code: "not_refundable" });
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(2);
  });

  it("what was given back wholly is no case for a person, by whatever way it had been paid", async () => {
    const { payment } = await aPaidOrder(db, "no kind");
    const ctx = await admin();
    await expect(giveBackOf(ctx, payment)).rejects.toMatchObject({ code: "not_refundable" });
    const { reviews } = await moneyOf(db, payment);
    expect(reviews).toEqual(["give_back_stuck"]);
    const [item] = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
    await resolveReview(ctx, { reviewId: item?.id ?? 0, action: "given_back", resolution: "Sent by bank." });
    await expect(giveBackOf(ctx, payment)).rejects.toMatchObject({ code: "not_refundable" });
    expect(await moneyOf(db, payment)).toMatchObject({ payment: { status: "refunded" }, asked: [] });
  });

  it("a payment that took no money gives none back, and asks nobody", async () => {
    const ctx = await admin();
    const { payment: open } = await anAttempt(await somebody(db));
    const { payment: awaited } = await anAttempt(await somebody(db));
    const { payment: failed } = await anAttempt(await somebody(db));
    const { payment: cash } = await anAttempt(await somebody(db), "cash_on_delivery");
    await receiveNotice(jazzcash(db), returned(awaited, { pp_ResponseCode: "157" }), "return");
    await receiveNotice(jazzcash(db), returned(failed, { pp_ResponseCode: "112" }), "return");
    for (const payment of [open, awaited, failed, cash]) {
      await expect(giveBackOf(ctx, payment)).rejects.toMatchObject({ code: "not_refundable" });
      expect(await moneyOf(db, payment)).toMatchObject({ refunds: [], reviews: [], movements: [] });
    }
    await expect(giveBackOf(ctx, { payment_id: 987_654_321 })).rejects.toMatchObject({ code: "payment_not_found" });
  });
});
