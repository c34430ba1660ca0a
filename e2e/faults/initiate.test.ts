import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { returned } from "@/db/test-notices";
import { anAttempt, anOrder, later, NOON, somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { COMPLETED, FAILED, PENDING, lyingGateway } from "@/e2e/faults/lying-gateway";
import { attemptsOf, payOrder } from "@/e2e/faults/pay-order";
import { findOrder } from "@/lib/orders/queries";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { hostedFormOf } from "@/lib/payments/hosted-form";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
afterAll(() => expectProof(db));
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "300", JAZZCASH_WALLET_TIMEOUT_MS: "1200" });

describe("opening an attempt", () => {
  it("20 who ask at once get one attempt and one form", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    const answers = await Promise.all(Array.from({ length: 20 }, () => payOrder(ctx, order.id, "jazzcash")));
    expect(new Set(answers.map((answer) => answer.transaction_id)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.form_data?.pp_SecureHash)).size).toBe(1);
    expect(await attemptsOf(ctx, order.id)).toHaveLength(1);
  });

  it("the form is the same until five minutes before its end, then a new attempt is opened", async () => {
    const ctx = await somebody(db);
    const { order, payment } = await anAttempt(ctx);
    expect((await payOrder(ctx, order.id, "jazzcash", 54)).form_data).toEqual(payment.form_data);
    expect(await hostedFormOf({ ...ctx, now: later(NOON, 54) }, payment.transaction_id)).not.toBeNull();
    expect(await hostedFormOf({ ...ctx, now: later(NOON, 55) }, payment.transaction_id)).toBeNull();
    const next = await payOrder(ctx, order.id, "jazzcash", 55);
    expect(next.transaction_id).not.toBe(payment.transaction_id);
    expect((await attemptsOf(ctx, order.id)).map((row) => row.status)).toEqual(["pending", "cancelled"]);
  });

  it("refuses another's order, another amount, what is paid and what is cancelled", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    const ask = (who: UserCtx, amount?: string) =>
      initiatePayment(who, { order_id: order.id, payment_method: "jazzcash", amount });
    await expect(ask(await somebody(db))).rejects.toMatchObject({ code: "order_not_found" });
    await expect(ask(ctx, "2999.99")).rejects.toMatchObject({ code: "amount_mismatch" });
    expect(await ask(ctx, "3000")).toMatchObject({ amount: "3000.00", status: "pending" });
  });
});

describe("changing the method", () => {
  it("from an untouched form to cash and back, one live attempt at a time", async () => {
    const ctx = await somebody(db);
    const { order } = await anAttempt(ctx);
    expect(await payOrder(ctx, order.id, "cash_on_delivery")).toMatchObject({ status: "pending" });
    expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", payment_status: "unpaid" });
    const again = await payOrder(ctx, order.id, "cash_on_delivery");
    expect((await payOrder(ctx, order.id, "cash_on_delivery")).payment_id).toBe(again.payment_id);
    await payOrder(ctx, order.id, "jazzcash");
    expect(await findOrder(ctx, order.id)).toMatchObject({ status: "pending" });
    expect((await attemptsOf(ctx, order.id)).map((row) => row.status)).toEqual(["pending", "cancelled", "cancelled"]);
  });

  it("20 who change their mind at once leave exactly one live attempt", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    const methods = ["jazzcash", "cash_on_delivery"] as const;
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => payOrder(ctx, order.id, methods[at % 2] ?? "jazzcash")),
    );
    const live = (await attemptsOf(ctx, order.id)).filter((row) => row.status === "pending");
    expect(live).toHaveLength(1);
    const found = await findOrder(ctx, order.id);
    expect(found?.status).toBe(live[0]?.paymentMethod === "jazzcash" ? "pending" : "confirmed");
    const steps = found?.status_history ?? [];
    expect(steps.map((step) => step.from_status)).toEqual([null, ...steps.slice(0, -1).map((step) => step.to_status)]);
  });

  it("a voucher leaves the form as it was sent", async () => {
    const ctx = await somebody(db);
    const { order, payment } = await anAttempt(ctx);
    const voucher = returned(payment, { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125525252" });
    await receiveNotice({ db, now: later(NOON, 5), actor: { kind: "gateway" } }, voucher, "return");
    expect(await payOrder(ctx, order.id, "jazzcash", 6)).toMatchObject({
      status: "processing",
      form_data: payment.form_data,
    });
  });

  it("cash cannot be left once work on the order has begun", async () => {
    const ctx = await somebody(db);
    const { order } = await anAttempt(ctx, "cash_on_delivery");
    await updateOrderStatus(await somebody(db, { role: "staff" }), {
      orderId: order.id,
      status: "in_progress",
      notes: "",
    });
    await expect(payOrder(ctx, order.id, "jazzcash")).rejects.toMatchObject({ code: "invalid_transition" });
    expect((await attemptsOf(ctx, order.id)).map((row) => row.status)).toEqual(["pending"]);
  });

  it("nor at the very moment in which work on it begins", async () => {
    const ctx = await somebody(db);
    const staff = await somebody(db, { role: "staff" });
    const { order } = await anAttempt(ctx, "cash_on_delivery");
    const leaving = await db.transaction(async (tx) => {
      await updateOrderStatus({ ...staff, db: tx }, { orderId: order.id, status: "in_progress", notes: "" });
      const left = payOrder(ctx, order.id, "jazzcash").catch((thrown: { code: string }) => thrown.code);
      await untilWaiting(db);
      return { left };
    });
    expect(await leaving.left).toBe("invalid_transition");
    expect(await findOrder(ctx, order.id)).toMatchObject({ status: "in_progress" });
  });

  it("an attempt that may have been paid is asked about first", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.walletSays("157");
    expect(await payOrder(ctx, order.id, "jazzcash_wallet")).toMatchObject({ status: "processing" });
    gateway.says(PENDING);
    await expect(payOrder(ctx, order.id, "jazzcash", 20)).rejects.toMatchObject({ code: "payment_in_progress" });
    gateway.answers((_, response) => response.writeHead(500).end());
    await expect(payOrder(ctx, order.id, "jazzcash", 21)).rejects.toMatchObject({ code: "payment_in_progress" });
    gateway.says(FAILED);
    expect(await payOrder(ctx, order.id, "jazzcash", 22)).toMatchObject({ status: "pending" });
  });

  it("and where it was paid, nothing new is opened", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    gateway.walletSays("157");
    await payOrder(ctx, order.id, "jazzcash_wallet");
    gateway.says(COMPLETED);
    await expect(payOrder(ctx, order.id, "cash_on_delivery", 5)).rejects.toMatchObject({ code: "order_already_paid" });
    expect(await attemptsOf(ctx, order.id)).toHaveLength(1);
  });
});
