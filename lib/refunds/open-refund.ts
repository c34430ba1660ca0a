import { and, desc, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refunds } from "@/db/schema/payments";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { takenOf } from "@/lib/payments/model";
import { type RefundWay } from "@/lib/refunds/model";
import { recordEvent } from "@/lib/payments/record-event";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa } from "@/lib/shared/money";
import { hasPassed } from "@/lib/shared/pakistan-time";

export type RefundWish = { amount: Paisa | null; reason: string; way: RefundWay; by: string; mayRepeat: boolean };

const DOUBLE_CLICK_MINUTES = 1;

/**
 * Writes a refund down before anything is sent, under the locks of its order and payment. No amount: all that is left.
 * Refuses `not_refundable`, `refund_in_progress`, `refund_exceeds_payment`, and, unless it may repeat what was asked a
 * moment ago, `duplicate_refund`.
 */
export async function openRefund(
  tx: Database,
  payment: LockedPayment,
  { amount, reason, way, by, mayRepeat }: RefundWish,
  now: Date,
): Promise<RefundRow> {
  const standing = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.paymentId, payment.id), ne(refunds.status, "failed")))
    .orderBy(desc(refunds.id));
  const [latest] = standing;
  if (latest?.status === "processing") {
    const detail = `A refund of Rs ${formatAmount(latest.amountPaisa)} is under way, and its outcome not yet known.`;
    throw new AppError("refund_in_progress", detail, { refund_id: latest.id });
  }
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  const asked = amount ?? (left > 0 ? left : (latest?.amountPaisa ?? left));
  const isTwin = (refund: RefundRow) =>
    refund.amountPaisa === asked && !hasPassed(refund.createdAt, DOUBLE_CLICK_MINUTES, now);
  const twin = mayRepeat ? undefined : standing.find(isTwin);
  if (twin) {
    const detail = "The same amount was given back less than a minute ago. Wait a minute if it is meant once more.";
    throw new AppError("duplicate_refund", detail, { refund_id: twin.id });
  }
  if (left === 0 && amount === null) throw new AppError("not_refundable", "All of this payment was given back.");
  if (asked > left) {
    const detail = `At most Rs ${formatAmount(left)} of this payment can be given back.`;
    throw new AppError("refund_exceeds_payment", detail, { refundable_amount: formatAmount(left) });
  }
  const [refund] = await tx
    .insert(refunds)
    .values({ paymentId: payment.id, amountPaisa: asked, way, reason, actor: by, createdAt: now, updatedAt: now })
    .returning();
  if (!refund) throw new Error("the refund was not written");
  if (way !== "cash" && way !== "by_hand") {
    await recordEvent(tx, {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: "refund",
      isOutgoing: true,
      fields: { pp_TxnRefNo: payment.transactionId, pp_Amount: String(asked) },
      decision: "sent",
      refusal: null,
      statusAfter: null,
      now,
    });
  }
  return refund;
}
