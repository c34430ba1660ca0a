import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { moneyMovements } from "@/db/schema/movements";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { receiveNotice } from "@/lib/payments/receive-notice";

/** An order of Rs 3,000 that JazzCash was paid for. */
export async function paid(db: Database) {
  const { payment, order } = await anAttempt(await somebody(db));
  await receiveNotice(gateway(db), returned(payment), "return");
  return { id: payment.payment_id, orderId: order.id, reference: payment.transaction_id };
}

let parcels = 0;

/** A cash order of Rs 3,000, handed to a courier under a tracking number. */
export async function sent(db: Database, { isShipped = true, courier = "Leopards" } = {}) {
  const { order, payment } = await anAttempt(await somebody(db), "cash_on_delivery");
  const tracking = `LE${++parcels}`;
  const by = await somebody(db, { role: "staff" });
  for (const status of isShipped ? (["in_progress", "shipped"] as const) : (["in_progress"] as const)) {
    await updateOrderStatus(by, { orderId: order.id, status, notes: "" });
  }
  await db.update(orders).set({ courier, trackingNumber: tracking }).where(eq(orders.id, order.id));
  return { id: payment.payment_id, orderId: order.id, number: order.order_number, tracking };
}

export const paymentOf = async (db: Database, id: number) =>
  (await db.select().from(payments).where(eq(payments.id, id)))[0];

/** What moved for a payment by files: out of which account into which, how much, and as what. */
export const movedByFiles = async (db: Database, paymentId: number) =>
  (await db.select().from(moneyMovements).where(eq(moneyMovements.paymentId, paymentId)).orderBy(moneyMovements.id))
    .filter(({ settlementRowId }) => settlementRowId !== null)
    .map(({ fromAccount, toAccount, amountPaisa, kind }) => [fromAccount, toAccount, amountPaisa, kind]);
