import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, laterOn, somebody, stockOf } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });

const cancel = (ctx: UserCtx, orderId: number, wish: { reason?: string; returned?: boolean; restock?: boolean } = {}) =>
  cancelOrder(ctx, { orderId, reason: "", returned: false, restock: false, ...wish });

const auditOf = (orderId: number) =>
  db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `order:${orderId}`));

async function aShippedCashOrder(staff: UserCtx) {
  const ctx = await somebody(db);
  const { order, product } = await anAttempt(ctx, "cash_on_delivery");
  for (const status of ["in_progress", "shipped"] as const) {
    await updateOrderStatus(staff, { orderId: order.id, status, notes: "" });
  }
  return { ctx, order, product };
}

describe("the buyer", () => {
  it("cancels an unpaid order: it says why, its stock returns, its open attempt is closed", async () => {
    const ctx = await somebody(db);
    const { order, product, payment } = await anAttempt(ctx);
    expect(await stockOf(db, product.id)).toBe(8);
    const view = await cancel(laterOn(ctx, 5), order.id, { reason: "Too late" });
    expect(view).toMatchObject({ status: "cancelled", payment_status: "unpaid", payments: [{ status: "cancelled" }] });
    expect(view.payments[0]?.id).toBe(payment.payment_id);
    expect(view.status_history.at(-1)).toEqual({
      from_status: "pending",
      to_status: "cancelled",
      actor: `user:${ctx.actor.userId}`,
      notes: "Too late",
      created_at: "2026-11-25T07:05:00.000Z",
    });
    expect(await stockOf(db, product.id)).toBe(10);
    expect(await auditOf(order.id)).toEqual([]);
  });

  it("cancels one that is to be paid in cash before work on it began, not after", async () => {
    const [ctx, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
    const first = await anAttempt(ctx, "cash_on_delivery");
    expect(await cancel(ctx, first.order.id)).toMatchObject({ status: "cancelled" });
    const second = await anAttempt(ctx, "cash_on_delivery");
    await updateOrderStatus(staff, { orderId: second.order.id, status: "in_progress", notes: "" });
    const refused = cancel(ctx, second.order.id);
    await expect(refused).rejects.toMatchObject({ code: "order_not_cancellable" });
    expect(await stockOf(db, second.product.id)).toBe(8);
  });

  it("cancels nothing while a payment may have been made, nothing paid, and nothing twice", async () => {
    const ctx = await somebody(db);
    const underway = await anAttempt(ctx);
    await db.update(payments).set({ status: "processing" }).where(eq(payments.id, underway.payment.payment_id));
    await expect(cancel(ctx, underway.order.id)).rejects.toMatchObject({ code: "payment_in_progress" });
    expect(await stockOf(db, underway.product.id)).toBe(8);

    const paid = await anOrder(ctx);
    await db
      .update(orders)
      .set({ status: "confirmed", paymentStatus: "paid", paidPaisa: paisa(300_000) })
      .where(eq(orders.id, paid.order.id));
    await expect(cancel(ctx, paid.order.id)).rejects.toMatchObject({ code: "order_not_cancellable" });

    const twice = await anOrder(ctx);
    await cancel(ctx, twice.order.id);
    await expect(cancel(ctx, twice.order.id)).rejects.toMatchObject({ code: "order_cancelled" });
    expect(await stockOf(db, twice.product.id)).toBe(10);
  });

  it("does not find another person's order, and cannot say that a parcel came back", async () => {
    const [owner, stranger, staff] = [await somebody(db), await somebody(db), await somebody(db, { role: "staff" })];
    const { order, product } = await anOrder(owner);
    await expect(cancel(stranger, order.id)).rejects.toMatchObject({ code: "order_not_found" });
    await expect(cancel(owner, 999_999)).rejects.toMatchObject({ code: "order_not_found" });
    expect(await stockOf(db, product.id)).toBe(8);
    const shipped = await aShippedCashOrder(staff);
    const back = cancel(shipped.ctx, shipped.order.id, { returned: true, restock: true });
    await expect(back).rejects.toMatchObject({ code: "order_not_cancellable" });
  });
});

describe("staff", () => {
  it("cancel another person's order while work on it goes on, and the audit knows", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { order, product } = await anAttempt(await somebody(db), "cash_on_delivery");
    await updateOrderStatus(staff, { orderId: order.id, status: "in_progress", notes: "" });
    expect(await cancel(staff, order.id, { reason: "Broken" })).toMatchObject({ status: "cancelled" });
    expect(await stockOf(db, product.id)).toBe(10);
    expect((await auditOf(order.id)).at(-1)).toMatchObject({
      actor: `user:${staff.actor.userId}`,
      action: "order.cancel",
      details: { from: "in_progress", event: "cancelled" },
    });
  });

  it("take a shipped cash parcel back, with its stock only when told so", async () => {
    const staff = await somebody(db, { role: "admin" });
    const [kept, lost] = [await aShippedCashOrder(staff), await aShippedCashOrder(staff)];
    await expect(cancel(staff, kept.order.id)).rejects.toMatchObject({ code: "order_not_cancellable" });
    await cancel(staff, kept.order.id, { returned: true, restock: true });
    const view = await cancel(staff, lost.order.id, { returned: true });
    expect(view).toMatchObject({ status: "cancelled", payments: [{ status: "cancelled" }] });
    expect([await stockOf(db, kept.product.id), await stockOf(db, lost.product.id)]).toEqual([10, 8]);
  });

  it("cancel what was wholly given back, not what still holds money, nor while a payment is being checked", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { order, product, payment } = await anAttempt(await somebody(db));
    await db.update(payments).set({ status: "processing" }).where(eq(payments.id, payment.payment_id));
    await expect(cancel(staff, order.id)).rejects.toMatchObject({ code: "payment_in_progress" });
    await db.update(payments).set({ status: "failed" }).where(eq(payments.id, payment.payment_id));
    const money = (paymentStatus: "partially_refunded" | "refunded", refunded: number) =>
      db
        .update(orders)
        .set({ status: "confirmed", paymentStatus, paidPaisa: paisa(300_000), refundedPaisa: paisa(refunded) })
        .where(eq(orders.id, order.id));
    await money("partially_refunded", 299_999);
    await expect(cancel(staff, order.id)).rejects.toMatchObject({ code: "order_not_cancellable" });
    await money("refunded", 300_000);
    expect(await cancel(staff, order.id)).toMatchObject({ status: "cancelled", payment_status: "refunded" });
    expect(await stockOf(db, product.id)).toBe(10);
  });
});

describe("at once", () => {
  it("twenty cancellations return the stock once", async () => {
    const [ctx, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
    const { order, product } = await anOrder(ctx);
    const { done, refused } = await atOnce(20, (lane) => cancel(lane % 2 === 0 ? ctx : staff, order.id));
    expect(done).toHaveLength(1);
    expect(refused).toEqual(Array.from({ length: 19 }, () => "order_cancelled"));
    expect(await stockOf(db, product.id)).toBe(10);
  });

  it("news of an attempt that is just being written down is waited for, and counts", async () => {
    const ctx = await somebody(db);
    const { order, payment } = await anAttempt(ctx);
    let cancelling = Promise.resolve<unknown>(null);
    await db.transaction(async (tx) => {
      await tx.update(payments).set({ status: "processing" }).where(eq(payments.id, payment.payment_id));
      cancelling = atOnce(1, () => cancel(ctx, order.id));
      await untilWaiting(db);
    });
    expect(await cancelling).toEqual({ done: [], refused: ["payment_in_progress"] });
  });

  it("cancelling and paying never leave a cancelled order with a live attempt", async () => {
    for (let round = 0; round < 5; round++) {
      const ctx = await somebody(db);
      const { order } = await anOrder(ctx);
      await atOnce(20, async (lane) => {
        if (lane % 4 === 0) return cancel(ctx, order.id);
        const payment_method = lane % 4 === 1 ? "cash_on_delivery" : "jazzcash";
        return initiatePayment(ctx, { order_id: order.id, payment_method });
      });
      const attempts = await db.select().from(payments).where(eq(payments.orderId, order.id));
      expect(attempts.filter(({ status }) => status !== "cancelled")).toEqual([]);
      expect(await db.select().from(orders).where(eq(orders.id, order.id))).toMatchObject([{ status: "cancelled" }]);
    }
  });
});
