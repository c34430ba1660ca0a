import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, later, laterOn, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { PaymentState } from "@/lib/payments/model";

const { db } = testDatabase({ max: 20 });
const HOLD = 60;
const DAY = 24 * 60;

/** The reconciliation's look, so many minutes after noon. */
const runAt = (minutes: number) =>
  cancelUnpaidOrders({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } });

const statusOf = async (orderId: number) =>
  (await db.select({ status: orders.status }).from(orders).where(eq(orders.id, orderId)))[0]?.status;

const end = (paymentId: number, status: PaymentState) =>
  db.update(payments).set({ status }).where(eq(payments.id, paymentId));

// A run sees all orders of this file's database: none of an earlier test may be due.
beforeEach(async () => {
  await runAt(1000 * DAY);
});

describe("an order nobody paid", () => {
  it("is cancelled when its hold is over, not a minute sooner, and its stock returns", async () => {
    const ctx = await somebody(db);
    const { order, product } = await anOrder(ctx);
    expect(await runAt(HOLD - 1)).toBe(0);
    expect(await statusOf(order.id)).toBe("pending");
    expect(await runAt(HOLD)).toBe(1);
    expect(await runAt(HOLD)).toBe(0);
    const view = await findOrder(ctx, order.id);
    expect(view?.status_history.at(-1)).toEqual({
      from_status: "pending",
      to_status: "cancelled",
      actor: "system:reconcile",
      notes: "Not paid in time",
      created_at: later(NOON, HOLD).toISOString(),
    });
    expect(await stockOf(db, product.id)).toBe(10);
  });

  it("is held anew by each attempt, from that attempt's time on", async () => {
    const ctx = await somebody(db);
    const { order, payment } = await anAttempt(laterOn(ctx, 0));
    await end(payment.payment_id, "failed");
    const second = await initiatePayment(laterOn(ctx, 50), { order_id: order.id, payment_method: "jazzcash" });
    await end(second.payment_id, "failed");
    expect(await runAt(50 + HOLD - 1)).toBe(0);
    expect(await runAt(50 + HOLD)).toBe(1);
    expect(await statusOf(order.id)).toBe("cancelled");
  });

  it.each(["pending", "processing"] as const)("with an attempt that is %s is held a day longer", async (status) => {
    const { order, payment, product } = await anAttempt(await somebody(db));
    await end(payment.payment_id, status);
    expect(await runAt(HOLD + DAY - 1)).toBe(0);
    expect(await runAt(HOLD + DAY)).toBe(1);
    expect(await statusOf(order.id)).toBe("cancelled");
    expect(await stockOf(db, product.id)).toBe(10);
    // The attempt stays on the list: it may turn out to have been paid.
    const [attempt] = await db.select().from(payments).where(eq(payments.id, payment.payment_id));
    expect(attempt).toMatchObject({ status, endedAt: null });
  });

  it("with a voucher is held for the voucher's life and a day", async () => {
    const { order, payment } = await anAttempt(await somebody(db));
    await db
      .update(payments)
      .set({ status: "processing", voucherNumber: "12345678", expiresAt: later(NOON, 2 * DAY) })
      .where(eq(payments.id, payment.payment_id));
    expect(await runAt(3 * DAY - 1)).toBe(0);
    expect(await runAt(3 * DAY)).toBe(1);
    expect(await statusOf(order.id)).toBe("cancelled");
  });

  it("with an expired voucher and nothing live is held no longer than any other", async () => {
    const { payment } = await anAttempt(await somebody(db));
    await db
      .update(payments)
      .set({ status: "expired", voucherNumber: "12345678", expiresAt: later(NOON, 2 * DAY) })
      .where(eq(payments.id, payment.payment_id));
    expect(await runAt(HOLD)).toBe(1);
  });
});

it("cash on delivery is never cancelled by the clock; once it was left, the hold begins anew", async () => {
  const ctx = await somebody(db);
  const { order } = await anAttempt(ctx, "cash_on_delivery");
  expect(await runAt(365 * DAY)).toBe(0);
  expect(await statusOf(order.id)).toBe("confirmed");
  const left = laterOn(ctx, 5 * DAY);
  const card = await initiatePayment(left, { order_id: order.id, payment_method: "jazzcash" });
  await end(card.payment_id, "failed");
  expect(await statusOf(order.id)).toBe("pending");
  expect(await runAt(5 * DAY + HOLD - 1)).toBe(0);
  expect(await runAt(5 * DAY + HOLD)).toBe(1);
});

it("what is paid, or cancelled already, is left alone", async () => {
  const ctx = await somebody(db);
  const cancelled = await anOrder(ctx);
  await cancelOrder(ctx, { orderId: cancelled.order.id, reason: "", returned: false, restock: false });
  const paid = await anOrder(ctx);
  await db
    .update(orders)
    .set({ status: "confirmed", paymentStatus: "paid", paidPaisa: orders.totalPaisa })
    .where(eq(orders.id, paid.order.id));
  expect(await runAt(365 * DAY)).toBe(0);
  expect([await stockOf(db, cancelled.product.id), await stockOf(db, paid.product.id)]).toEqual([10, 8]);
});

describe("at once", () => {
  it("twenty runs cancel each order once between them", async () => {
    const made = [];
    for (let at = 0; at < 12; at++) made.push(await anOrder(await somebody(db)));
    const { done } = await atOnce(20, () => runAt(HOLD));
    expect(done.reduce((sum, cancelled) => sum + cancelled, 0)).toBe(12);
    for (const { product } of made) expect(await stockOf(db, product.id)).toBe(10);
  });

  it("an order that is being held by somebody is left for the next run, not waited for", async () => {
    const { order } = await anOrder(await somebody(db));
    const other = await anOrder(await somebody(db));
    await db.transaction(async (tx) => {
      await tx.select().from(orders).where(eq(orders.id, order.id)).for("no key update");
      expect(await runAt(HOLD)).toBe(1);
    });
    expect([await statusOf(order.id), await statusOf(other.order.id)]).toEqual(["pending", "cancelled"]);
    expect(await runAt(HOLD)).toBe(1);
  });

  it("an order is cancelled or its payment opens, never both", async () => {
    const ctx = await somebody(db);
    const made: Awaited<ReturnType<typeof anOrder>>[] = [];
    for (let at = 0; at < 20; at++) made.push(await anOrder(ctx));
    const now = later(NOON, HOLD);
    const [opened] = await Promise.all([
      atOnce(20, (lane) =>
        initiatePayment({ ...ctx, now }, { order_id: made[lane]?.order.id ?? 0, payment_method: "jazzcash" }),
      ),
      atOnce(4, () => runAt(HOLD)),
    ]);
    const cancelled = await Promise.all(made.map(async ({ order }) => (await statusOf(order.id)) === "cancelled"));
    expect(cancelled.filter(Boolean)).toHaveLength(20 - opened.done.length);
    expect(new Set(opened.refused)).toEqual(new Set(opened.refused.length > 0 ? ["order_cancelled"] : []));
    for (const [at, { order, product }] of made.entries()) {
      const attempts = await db.select().from(payments).where(eq(payments.orderId, order.id));
      expect(attempts).toHaveLength(cancelled[at] ? 0 : 1);
      expect(await stockOf(db, product.id)).toBe(cancelled[at] ? 10 : 8);
    }
  });

  it("an attempt that is opened while an order's many attempts are being looked at keeps it", async () => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    await db.execute(sql`
      insert into payments (order_id, transaction_id, payment_method, amount_paisa, status, created_at, updated_at, expires_at)
      select id, 'MANY' || n, 'jazzcash', total_paisa, 'failed', created_at, created_at, created_at
      from orders, generate_series(1, 20000) as n where id = ${order.id}`);
    await db.execute(sql`analyze payments`);
    for (let round = 1; round <= 20; round++) {
      const now = later(NOON, round * HOLD);
      const [opened] = await Promise.all([
        setTimeout(round % 10).then(() =>
          atOnce(1, () => initiatePayment({ ...ctx, now }, { order_id: order.id, payment_method: "jazzcash" })),
        ),
        runAt(round * HOLD),
      ]);
      expect(await statusOf(order.id)).toBe(opened.done.length === 1 ? "pending" : "cancelled");
      await db.update(orders).set({ status: "pending", cancelledBy: null }).where(eq(orders.id, order.id));
      for (const attempt of opened.done) await end(attempt.payment_id, "failed");
    }
  });
});
