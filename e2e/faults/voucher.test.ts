import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway as jazzcash, later, laterOn, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { notified, storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { aVoucher, MINUTES_A_DAY, newVoucherNumber, OF_A_VOUCHER, VOUCHER_END } from "@/e2e/faults/a-voucher";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { env } from "@/lib/env";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { findPaymentResult } from "@/lib/payments/queries";
import { refundWayOf } from "@/lib/refunds/model";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { verifyPayment } from "@/lib/payments/verify-payment";

const { db } = testDatabase();
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "5000" });

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.says(OF_A_VOUCHER.waiting);
});
afterAll(() => expectProof(db));

describe("a voucher that is out", () => {
  it("holds the goods for its life and a day, and is asked about after that too", async () => {
    const { payment, product } = await aVoucher(db);
    await reconcileAfter(db, VOUCHER_END + MINUTES_A_DAY - 1);
    expect((await storyOf(db, payment)).order.status).toBe("pending");
    expect(await stockOf(db, product.id)).toBe(8);
    await reconcileAfter(db, VOUCHER_END + MINUTES_A_DAY);
    const story = await storyOf(db, payment);
    expect(story).toMatchObject({
      order: { status: "cancelled", cancelledBy: "system:reconcile" },
      payment: { status: "processing", endedAt: null },
      reviews: ["payment_unknown"],
    });
    expect(await stockOf(db, product.id)).toBe(10);
    gateway.says(OF_A_VOUCHER.paid);
    await reconcileAfter(db, VOUCHER_END + 2 * MINUTES_A_DAY);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: { status: "completed" },
      order: { status: "confirmed", paymentStatus: "paid" },
    });
    expect(await stockOf(db, product.id)).toBe(8);
  });

  it("keeps its attempt open for a life of its own, and the result page has what the payer needs", async () => {
    const { payment, number } = await aVoucher(db);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: {
        status: "processing",
        voucherNumber: number,
        expiresAt: later(NOON, VOUCHER_END),
        calledPending: true,
      },
      order: { status: "pending", paymentStatus: "unpaid" },
      movements: [],
    });
    expect(await findPaymentResult(db, payment.transaction_id)).toMatchObject({
      payment: { status: "processing", expires_at: later(NOON, VOUCHER_END).toISOString(), amount: "3000.00" },
      voucher_number: number,
    });
  });

  it("never ends sooner than the form that asked for it", async () => {
    Object.assign(env(), { paymentExpiryMinutes: 1440 });
    env().jazzcash.voucherHours = 1;
    const { payment } = await aVoucher(db);
    Object.assign(env(), { paymentExpiryMinutes: 60 });
    env().jazzcash.voucherHours = 24;
    expect((await storyOf(db, payment)).payment.expiresAt).toEqual(later(NOON, 1440));
  });

  it("is told by the notice alone where the browser never came back", async () => {
    const { payment } = await anAttempt(await somebody(db));
    const told = { pp_ResponseCode: "124", pp_TxnType: "OTC", pp_RetreivalReferenceNo: newVoucherNumber() };
    await receiveNotice(jazzcash(db, later(NOON, 5)), notified(payment, told), "callback");
    expect((await storyOf(db, payment)).payment).toMatchObject({
      status: "processing",
      voucherNumber: told.pp_RetreivalReferenceNo,
      expiresAt: later(NOON, VOUCHER_END),
    });
  });

  it("is told by an inquiry where every message was lost: the goods are held as long, and it can be given back by its number", async () => {
    const ctx = await somebody(db);
    const { payment } = await anAttempt(ctx);
    const number = newVoucherNumber();
    gateway.says({ ...OF_A_VOUCHER.waiting, pp_RetrievalReferenceNo: number });
    await verifyPayment(laterOn(ctx, 5), payment);
    expect((await storyOf(db, payment)).payment).toMatchObject({
      status: "pending",
      voucherNumber: number,
      expiresAt: later(NOON, VOUCHER_END),
    });
    gateway.says({ ...OF_A_VOUCHER.paid, pp_RetrievalReferenceNo: number });
    await verifyPayment(laterOn(ctx, MINUTES_A_DAY), payment);
    const { payment: paid } = await storyOf(db, payment);
    expect(paid).toMatchObject({ status: "completed", expiresAt: later(NOON, VOUCHER_END) });
    expect(refundWayOf(paid)).toBe("voucher");
  });

  it("is no order that the buyer can cancel", async () => {
    const { ctx, order, payment } = await aVoucher(db);
    const cancelling = cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
    await expect(cancelling).rejects.toMatchObject({ code: "payment_in_progress" });
    expect((await storyOf(db, payment)).payment.status).toBe("processing");
  });
});

describe("a voucher is paid a day later", () => {
  it("and the notice says so", async () => {
    const { payment, number, tell } = await aVoucher(db);
    await tell("121", MINUTES_A_DAY);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: { status: "completed", gatewayTxnType: "OTC", voucherNumber: number, gatewayReference: number },
      order: { status: "confirmed", paymentStatus: "paid", paidPaisa: 300_000 },
      movements: [{ amountPaisa: 300_000, createdAt: later(NOON, MINUTES_A_DAY) }],
      reviews: [],
    });
  });

  it("and the inquiry says so", async () => {
    const { payment } = await aVoucher(db);
    gateway.says(OF_A_VOUCHER.paid);
    expect(await reconcileAfter(db, MINUTES_A_DAY)).toMatchObject({ inquired: 1, completed: 1 });
    expect(await storyOf(db, payment)).toMatchObject({ order: { status: "confirmed", paymentStatus: "paid" } });
  });

  it("after the gateway had called it expired: money wins", async () => {
    const { payment, tell } = await aVoucher(db);
    await tell("116", VOUCHER_END);
    await tell("121", VOUCHER_END + 5);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: { status: "completed" },
      order: { status: "confirmed", paidPaisa: 300_000 },
    });
  });

  it("when the goods are gone: it goes back by its number", async () => {
    const { payment, product, number, tell } = await aVoucher(db);
    await tell("116", VOUCHER_END);
    await reconcileAfter(db, VOUCHER_END + 1);
    await db.update(products).set({ stock: 0, sold: 10 }).where(eq(products.id, product.id));
    gateway.saysOfRefunds("000");
    await tell("121", VOUCHER_END + 5);
    gateway.says(OF_A_VOUCHER.paid);
    await reconcileAfter(db, VOUCHER_END + 10);
    await db.update(products).set({ stock: 10, sold: 0 }).where(eq(products.id, product.id));
    const sent = gateway.refunds().filter(({ fields }) => fields.pp_VoucherID === number);
    expect(sent.map(({ path }) => path)).toEqual(["/ApplicationAPI/API/2.0/Purchase/Refund/Voucher"]);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded" },
      order: { status: "cancelled", paymentStatus: "refunded" },
      back: [{ amountPaisa: 300_000 }],
      asked: [],
    });
  });
});
