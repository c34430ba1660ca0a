import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { refunds } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT, signed } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, aSurplus, giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { claimDuePayments } from "@/lib/payments/claim-due-payments";
import { lockPayment } from "@/lib/payments/lock-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { refundPayment } from "@/lib/refunds/refund-payment";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";

const { db } = testDatabase({ max: 40 });
const gateway = await lyingGateway(PATIENT);
const admin = async () => somebody(db, { role: "admin" });
const AT_ONCE = 30;

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
  gateway.saysOfRefunds("000");
});
afterAll(() => expectProof(db));

describe("more than was paid, by many at once", () => {
  it.each(["MWALLET", "cash"] as const)("%s: of two parts of 60 percent one goes back", async (by) => {
    const { payment } = await aPaidOrder(db, by);
    const ctx = await admin();
    const { done, refused } = await atOnce(2, (lane) => giveBackOf(ctx, payment, lane ? "1800" : "1800.01"));
    expect(done).toMatchObject([{ status: "completed" }]);
    expect(["refund_exceeds_payment", "refund_in_progress"]).toContain(refused[0]);
    const { refunds, payment: after } = await moneyOf(db, payment);
    expect(refunds.map(({ amountPaisa }) => amountPaisa)).toEqual([after.refundedPaisa]);
    expect(gateway.refunds()).toHaveLength(by === "cash" ? 0 : 1);
  });

  it("thirty parts of 10 % of cash: ten go back", async () => {
    const { payment } = await aPaidOrder(db, "cash");
    const { done, refused } = await atOnce(AT_ONCE, (lane) => mayRepeat(lane, payment.payment_id, "300"));
    expect(done).toHaveLength(10);
    expect(new Set(refused)).toEqual(new Set(["refund_exceeds_payment"]));
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      order: { paymentStatus: "refunded", refundedPaisa: 300_000 },
    });
  });

  it("thirty parts of 10 % by wallet, again and again: ten go back, one at a time", async () => {
    const { payment } = await aPaidOrder(db);
    let open = 0;
    let most = 0;
    gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode: "000" })));
      }, 20);
    });
    const refusals = new Set<string>();
    for (let waves = 0; (await moneyOf(db, payment)).payment.refundedPaisa < 300_000; waves++) {
      expect(waves).toBeLessThan(11);
      const { done, refused } = await atOnce(AT_ONCE, (lane) => mayRepeat(lane, payment.payment_id, "300"));
      expect(done.length).toBeGreaterThan(0);
      for (const code of refused) refusals.add(code);
    }
    expect([...refusals].filter((code) => !/^refund_(in_progress|exceeds_payment)$/.test(code))).toEqual([]);
    expect(most).toBe(1);
    expect(gateway.refunds()).toHaveLength(10);
    expect((await moneyOf(db, payment)).back).toHaveLength(10);
  });

  /** As a request that brought a key of its own. */
  const mayRepeat = async (lane: number, paymentId: number, amount: string) =>
    refundPayment(await admin(), { paymentId, amount, reason: `part ${lane}` }, async () => {});
});

it.each(["MPAY", "cash"] as const)("a double click by %s, twenty wide, gives back once", async (by) => {
  const { payment } = await aPaidOrder(db, by);
  const ctx = await admin();
  const { done, refused } = await atOnce(20, () => giveBackOf(ctx, payment, "100"));
  expect(done).toHaveLength(1);
  expect(refused.filter((code) => code !== "refund_in_progress" && code !== "duplicate_refund")).toEqual([]);
  expect((await moneyOf(db, payment)).refunds).toHaveLength(1);
  expect(gateway.refunds()).toHaveLength(by === "cash" ? 0 : 1);
});

it("an administrator's refund and the store's own give-back at once: the money goes back once", async () => {
  for (let times = 0; times < 5; times++) {
    const { surplus: payment } = await aSurplus(db);
    const ctx = await admin();
    await atOnce<unknown>(8, (lane) => (lane % 2 ? giveBackOf(ctx, payment, undefined, 5) : reconcileAfter(db, 5)));
    await reconcileAfter(db, 6);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { status: "refunded", refundedPaisa: 300_000 }, asked: [] });
    expect(money.refunds).toHaveLength(1);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
  }
});

it("a refund, its repeated success and staff who cancel at once: the stock returns once at most", async () => {
  for (let times = 0; times < 8; times++) {
    const { order, payment, product } = await aPaidOrder(db);
    const [ctx, staff] = [await admin(), await somebody(db, { role: "staff" })];
    const wish = { orderId: order.id, reason: "", returned: false, restock: false };
    await atOnce(12, async (lane) => {
      if (lane % 3 === 0) await giveBackOf(ctx, payment);
      else if (lane % 3 === 1) await cancelOrder(staff, wish);
      else await receiveNotice({ db, now: later(NOON, 1), actor: { kind: "gateway" } }, notified(payment), "callback");
    });
    const { order: after, payment: refunded, back } = await moneyOf(db, payment);
    expect([refunded.status, after.paymentStatus, back.length]).toEqual(["refunded", "refunded", 1]);
    expect(await stockOf(db, product.id)).toBe(after.status === "cancelled" ? 10 : 8);
  }
});

it("ten reconciliations at once ask once about each refund under way, and complete it once", async () => {
  gateway.answersRefunds((_, response) => response.destroy());
  gateway.says({ ...COMPLETED, pp_PaymentResponseCode: "131" });
  const under: InitiatedPaymentView[] = [];
  for (let count = 0; count < 12; count++) under.push((await aPaidOrder(db)).payment);
  const ctx = await admin();
  await atOnce(12, (lane) => giveBackOf(ctx, under[lane] ?? { payment_id: 0 }));
  gateway.asked.length = 0;
  await atOnce(10, () => reconcileAfter(db, 10));
  expect(gateway.asked).toHaveLength(12);
  for (const payment of under) {
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      refunds: [{ status: "completed", inquiryCount: 1 }],
      back: [{ amountPaisa: 300_000 }],
      asked: [],
    });
  }
});

it("while JazzCash is asked nobody waits: order and payment are not held", async () => {
  const { payment } = await aPaidOrder(db);
  let answerNow = () => {};
  gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
    answerNow = () => response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode: "000" })));
  });
  const refunding = giveBackOf(await admin(), payment);
  await expect.poll(() => gateway.refunds(payment.transaction_id).length).toBe(1);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = '2s'`);
    expect(await lockPayment(tx, payment.transaction_id)).toMatchObject({ status: "completed" });
  });
  answerNow();
  expect(await refunding).toMatchObject({ status: "completed" });
});

it("twenty who claim what is due at once are given each refund's payment once", async () => {
  gateway.answersRefunds((_, response) => response.destroy());
  const ctx = await admin();
  for (let count = 0; count < 15; count++) await giveBackOf(ctx, (await aPaidOrder(db)).payment);
  for (let times = 0; times < 15; times++) {
    await db.update(refunds).set({ lastInquiredAt: null }).where(eq(refunds.status, "processing"));
    const given = await atOnce(20, () => claimDuePayments(db, { now: later(NOON, 10), most: 5 }));
    const ids = given.done.flat().map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.length).toBeGreaterThanOrEqual(15);
  }
});

it("its own answer and what an inquiry proves at once complete it once", async () => {
  gateway.says({ ...COMPLETED, pp_PaymentResponseCode: "131" });
  for (let times = 0; times < 8; times++) {
    const { payment } = await aPaidOrder(db);
    let answerNow = () => {};
    gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
      answerNow = () => response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode: "000" })));
    });
    const refunding = giveBackOf(await admin(), payment);
    await expect.poll(() => gateway.refunds(payment.transaction_id).length).toBe(1);
    const asking = reconcileAfter(db, 10);
    answerNow();
    await asking;
    expect(await refunding).toMatchObject({ status: "completed" });
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      back: [{ amountPaisa: 300_000 }],
      asked: [],
    });
  }
});
