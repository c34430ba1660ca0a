import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { anAttempt, gateway as jazzcash, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { COMPLETED, PENDING, lyingGateway } from "@/e2e/faults/lying-gateway";
import { reconcileAt } from "@/e2e/faults/reconcile-at";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
afterAll(() => expectProof(db));
const gateway = await lyingGateway();
const reconcile = reconcileAt(db, gateway);
const rowOf = async (id: number) => (await db.select().from(payments).where(eq(payments.id, id)))[0];

const declined = (payment: InitiatedPaymentView) =>
  receiveNotice(jazzcash(db), notified(payment, { pp_ResponseCode: "402" }), "callback");

async function unpaid(ctx: UserCtx) {
  const made = await anAttempt(ctx);
  await db.update(payments).set({ endedAt: null }).where(eq(payments.id, made.payment.payment_id));
  return made;
}

it("an order nobody paid is cancelled and its stock returns, as soon as the gateway has ended its attempt", async () => {
  const ctx = await somebody(db);
  const { order, product } = await unpaid(ctx);
  gateway.says({ pp_ResponseCode: "109" });
  await reconcile(59);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "pending" });
  expect(await reconcile(69)).toMatchObject({ expired: 1, orders_cancelled: 1 });
  const cancelled = await findOrder(ctx, order.id);
  expect(cancelled).toMatchObject({ status: "cancelled", payments: [{ status: "expired" }] });
  expect(cancelled?.status_history.at(-1)).toMatchObject({ actor: "system:reconcile" });
  expect(await stockOf(db, product.id)).toBe(10);
});

it("while the gateway says pending the order waits a day longer, and its attempt stays on the list", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await unpaid(ctx);
  gateway.says(PENDING);
  await reconcile(25 * 60 - 1);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "pending" });
  await reconcile(25 * 60);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled" });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "pending", endedAt: null });
  gateway.says(COMPLETED);
  await reconcile(48 * 60);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", payment_status: "paid" });
});

it("a new attempt holds the order for its own time, and cash holds it for ever", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await unpaid(ctx);
  await declined(payment);
  const second = { ...ctx, now: later(NOON, 50) };
  await declined(await initiatePayment(second, { order_id: order.id, payment_method: "jazzcash" }));
  await reconcile(109);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "pending" });
  await reconcile(110);
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled" });

  const other = await somebody(db);
  const cash = await anAttempt(other, "cash_on_delivery");
  await reconcile(100 * 24 * 60);
  expect(await findOrder(other, cash.order.id)).toMatchObject({ status: "confirmed", payment_status: "unpaid" });
});

it("an order that is being paid anew at this very moment is not cancelled", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await unpaid(ctx);
  await declined(payment);
  const rival = { ...ctx, now: later(NOON, 200) };
  const [opened] = await Promise.allSettled([
    initiatePayment(rival, { order_id: order.id, payment_method: "jazzcash" }),
    ...Array.from({ length: 5 }, () => reconcile(200)),
  ]);
  const [row] = await db.select().from(orders).where(eq(orders.id, order.id));
  expect(row?.status).toBe(opened.status === "fulfilled" ? "pending" : "cancelled");
});
