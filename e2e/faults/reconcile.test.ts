import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { orders } from "@/db/schema/orders";
import { payments, reviewItems } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, later, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { COMPLETED, FAILED, PENDING, startLyingGateway } from "@/e2e/faults/lying-gateway";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
let gateway: Awaited<ReturnType<typeof startLyingGateway>>;

beforeAll(async () => {
  gateway = await startLyingGateway();
  process.env.JAZZCASH_BASE_URL = gateway.url;
  process.env.JAZZCASH_TIMEOUT_MS = "500";
});
afterAll(() => gateway.close());
beforeEach(async () => {
  gateway.asked.length = 0;
  await db.update(payments).set({ endedAt: NOON, confirmedAt: NOON, inquiryWantedAt: null });
});

const reconcile = (minutes: number) =>
  reconcilePayments({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } });
const rowOf = async (id: number) => (await db.select().from(payments).where(eq(payments.id, id)))[0];

it("asks about an attempt ten minutes after it was opened, then 10, 20, 40 … at most 360 minutes later", async () => {
  const ctx = await somebody(db);
  await anAttempt(ctx);
  gateway.says(PENDING);
  const askedAt: number[] = [];
  for (let minute = 0; minute <= 1500; minute += 5) {
    const { inquired } = await reconcile(minute);
    if (inquired > 0) askedAt.push(minute);
  }
  expect(askedAt).toEqual([10, 20, 40, 80, 160, 320, 640, 1000, 1360]);
});

it("a payment whose notice was lost is found by the next reconciliation, and confirmed an hour later", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  gateway.says({ ...COMPLETED, pp_Amount: "300000" });
  expect(await reconcile(10)).toMatchObject({ inquired: 1, completed: 1, errors: 0 });
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", payment_status: "paid" });
  expect(await reconcile(60)).toMatchObject({ inquired: 0 });
  expect(await reconcile(70)).toMatchObject({ inquired: 1, unchanged: 1 });
  expect(await reconcile(200)).toMatchObject({ inquired: 0 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "completed", confirmedAt: later(NOON, 70) });
});

it("a confirmation that says otherwise is a case for a person and changes no money", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.says(COMPLETED);
  await reconcile(10);
  gateway.says(FAILED);
  await reconcile(70);
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "completed" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["confirmation_differs"]);
});

it("an attempt that the shop closed itself is asked about until the gateway ends it", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  gateway.says(PENDING);
  expect(await reconcile(10)).toMatchObject({ inquired: 1, unchanged: 1 });
  gateway.says(FAILED);
  expect(await reconcile(20)).toMatchObject({ inquired: 1, unchanged: 1 });
  expect(await reconcile(1000)).toMatchObject({ inquired: 0 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "cancelled", endedAt: later(NOON, 20) });
});

it("a success on an attempt that the shop closed is never lost", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
  gateway.says(COMPLETED);
  expect(await reconcile(10)).toMatchObject({ completed: 1 });
  expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled", payment_status: "paid" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["late_success"]);
});

it("ten reconciliations at once ask about each attempt once", async () => {
  const buyers = await Promise.all(Array.from({ length: 12 }, () => somebody(db)));
  const attempts = await Promise.all(buyers.map((buyer) => anAttempt(buyer)));
  gateway.says(COMPLETED);
  const tallies = await Promise.all(Array.from({ length: 10 }, () => reconcile(10)));
  expect(tallies.reduce((sum, tally) => sum + tally.inquired, 0)).toBe(12);
  expect(gateway.asked).toHaveLength(12);
  const ids = attempts.map(({ payment }) => payment.payment_id);
  const rows = await db.select().from(payments).where(inArray(payments.id, ids));
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["completed"]));
});

it("a silent gateway ends nothing, and does not make the shop ask less often", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  gateway.answers((_, response) => response.writeHead(500).end());
  for (const minute of [10, 20, 30, 40]) expect(await reconcile(minute)).toMatchObject({ inquired: 1, errors: 1 });
  expect(await rowOf(payment.payment_id)).toMatchObject({ status: "pending", inquiryCount: 0 });
});

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
  const { order } = await unpaid(ctx);
  await db.update(payments).set({ status: "failed" }).where(eq(payments.orderId, order.id));
  const second = { ...ctx, now: later(NOON, 50) };
  await initiatePayment(second, { order_id: order.id, payment_method: "jazzcash" });
  await db.update(payments).set({ status: "failed" }).where(eq(payments.orderId, order.id));
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
  const { order } = await unpaid(ctx);
  await db.update(payments).set({ status: "failed" }).where(eq(payments.orderId, order.id));
  const rival = { ...ctx, now: later(NOON, 200) };
  const [opened] = await Promise.allSettled([
    initiatePayment(rival, { order_id: order.id, payment_method: "jazzcash" }),
    ...Array.from({ length: 5 }, () => reconcile(200)),
  ]);
  const [row] = await db.select().from(orders).where(eq(orders.id, order.id));
  expect(row?.status).toBe(opened.status === "fulfilled" ? "pending" : "cancelled");
});
