import { and, desc, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refunds } from "@/db/schema/payments";
import { refundLines } from "@/db/schema/returns";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { recordEvent } from "@/lib/payments/record-event";
import { decideRefund } from "@/lib/refunds/decide-refund";
import { type RefundWay } from "@/lib/refunds/model";
import type { RefundRow } from "@/lib/refunds/refund-view";
import type { RefundedLine } from "@/lib/refunds/schemas";
import { type Paisa } from "@/lib/shared/money";

type Written = { amount: Paisa; reason: string; way: RefundWay; by: string; lines?: readonly RefundedLine[] };
export type RefundWish = Omit<Written, "amount"> & { amount: Paisa | null; mayRepeat: boolean };

/** What was given back of a payment, or is under way, the latest first. */
export const listStanding = (tx: Database, paymentId: number): Promise<RefundRow[]> =>
  tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.paymentId, paymentId), ne(refunds.status, "failed")))
    .orderBy(desc(refunds.id));

/**
 * Writes a refund down before anything is sent, under the locks of its order and payment. No amount: all that is left.
 * Refuses what `decideRefund` refuses.
 */
export async function openRefund(
  tx: Database,
  payment: LockedPayment,
  wish: RefundWish,
  now: Date,
): Promise<RefundRow> {
  const amount = decideRefund(payment, await listStanding(tx, payment.id), wish, now);
  return writeRefund(tx, payment, { ...wish, amount }, now);
}

/** The same of a refund that was decided; it may be the price of pieces, which count as paid back unless it is refused. */
export async function writeRefund(
  tx: Database,
  payment: LockedPayment,
  { amount, reason, way, by, lines = [] }: Written,
  now: Date,
): Promise<RefundRow> {
  const [refund] = await tx
    .insert(refunds)
    .values({ paymentId: payment.id, amountPaisa: amount, way, reason, actor: by, createdAt: now, updatedAt: now })
    .returning();
  if (!refund) throw new Error("the refund was not written");
  if (lines.length > 0) {
    const of = { refundId: refund.id };
    const rows = lines.map(({ order_item_id, quantity }) => ({ ...of, orderItemId: order_item_id, quantity }));
    await tx.insert(refundLines).values(rows);
  }
  if (way !== "cash" && way !== "by_hand") {
    await recordEvent(tx, {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: "refund",
      isOutgoing: true,
      fields: { pp_TxnRefNo: payment.transactionId, pp_Amount: String(amount) },
      decision: "sent",
      refusal: null,
      statusAfter: null,
      now,
    });
  }
  return refund;
}
