import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { somebody, stockOf } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf } from "@/e2e/faults/money-back";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { REFUND_REFUSALS } from "@/lib/jazzcash/response-codes";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const admin = async () => somebody(db, { role: "admin" });

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.saysOfRefunds("000");
});
afterAll(() => expectProof(db));

describe("JazzCash says no", () => {
  it.each(["132", "451", "452", "453", "454", "455"])("%s: said in words, and nothing is used up", async (code) => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    gateway.saysOfRefunds(code);
    const refusal = await giveBackOf(ctx, payment).catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({
      code: "refund_refused",
      extra: { gateway_code: code, refund: { status: "failed", amount: "3000.00" } },
    });
    expect(String(refusal)).toContain(REFUND_REFUSALS[code]);
    expect(String(refusal)).toContain(`Said of a refund: ${code}`);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "completed", refundedPaisa: 0 },
      order: { paymentStatus: "paid", refundedPaisa: 0 },
      refunds: [{ status: "failed", gatewayCode: code }],
      back: [],
      reviews: [],
    });
    gateway.saysOfRefunds("000");
    expect(await giveBackOf(ctx, payment)).toMatchObject({ amount: "3000.00", status: "completed" });
    expect((await moneyOf(db, payment)).refunds.map(({ status }) => status)).toEqual(["failed", "completed"]);
  });

  it("to a second part: the first stays given back, and the rest can be given later", async () => {
    const { payment } = await aPaidOrder(db, "MPAY");
    const ctx = await admin();
    await giveBackOf(ctx, payment, "1000");
    gateway.saysOfRefunds("451");
    await expect(giveBackOf(ctx, payment, "500")).rejects.toMatchObject({ code: "refund_refused" });
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "partially_refunded", refundedPaisa: 100_000 },
    });
    gateway.saysOfRefunds("000");
    expect(await giveBackOf(ctx, payment)).toMatchObject({ amount: "2000.00" });
  });
});

describe("the same asked twice", () => {
  it("within a minute it is a double click, after it a second refund", async () => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    await giveBackOf(ctx, payment, "100");
    await expect(giveBackOf(ctx, payment, "100.00", 0.99)).rejects.toMatchObject({ code: "duplicate_refund" });
    expect(await giveBackOf(ctx, payment, "100", 1)).toMatchObject({ status: "completed" });
    expect((await moneyOf(db, payment)).payment.refundedPaisa).toBe(20_000);
  });

  it("of the whole of it, too", async () => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    await giveBackOf(ctx, payment);
    await expect(giveBackOf(ctx, payment)).rejects.toMatchObject({ code: "duplicate_refund" });
    await expect(giveBackOf(ctx, payment, "3000.00")).rejects.toMatchObject({ code: "duplicate_refund" });
    await expect(giveBackOf(ctx, payment, undefined, 1)).rejects.toMatchObject({ code: "not_refundable" });
  });

  it("with another amount in between, it still is one", async () => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    await giveBackOf(ctx, payment, "100");
    await giveBackOf(ctx, payment, "200", 0.2);
    await expect(giveBackOf(ctx, payment, "100", 0.5)).rejects.toMatchObject({ code: "duplicate_refund" });
    expect((await moneyOf(db, payment)).payment.refundedPaisa).toBe(30_000);
  });

  it("by another administrator, it is one as well", async () => {
    const { payment } = await aPaidOrder(db, "cash");
    await giveBackOf(await admin(), payment, "100");
    await expect(giveBackOf(await admin(), payment, "100")).rejects.toMatchObject({ code: "duplicate_refund" });
  });
});

describe("the order after it", () => {
  it("wholly given back it goes no step on, and staff may cancel it: its stock returns once", async () => {
    const { order, payment, product, buyer } = await aPaidOrder(db);
    const staff = await somebody(db, { role: "staff" });
    const stock = await stockOf(db, product.id);
    await giveBackOf(await admin(), payment);
    for (const status of ["in_progress", "shipped", "delivered"] as const) {
      await expect(updateOrderStatus(staff, { orderId: order.id, status, notes: "" })).rejects.toMatchObject({
        code: "invalid_transition",
      });
    }
    const wish = { orderId: order.id, reason: "given back", returned: false, restock: false };
    await expect(cancelOrder(buyer, wish)).rejects.toMatchObject({ code: "order_not_cancellable" });
    expect(await cancelOrder(staff, wish)).toMatchObject({ status: "cancelled", payment_status: "refunded" });
    expect(await stockOf(db, product.id)).toBe(stock + 2);
    await expect(cancelOrder(staff, wish)).rejects.toMatchObject({ code: "order_cancelled" });
    expect(await stockOf(db, product.id)).toBe(stock + 2);
  });

  it("given back in part it is served, and cannot be cancelled", async () => {
    const { order, payment } = await aPaidOrder(db);
    const staff = await somebody(db, { role: "staff" });
    await giveBackOf(await admin(), payment, "1");
    const wish = { orderId: order.id, reason: "", returned: false, restock: false };
    await expect(cancelOrder(staff, wish)).rejects.toMatchObject({ code: "order_not_cancellable" });
    expect(await updateOrderStatus(staff, { orderId: order.id, status: "in_progress", notes: "" })).toMatchObject({
      status: "in_progress",
      payment_status: "partially_refunded",
    });
  });
});
