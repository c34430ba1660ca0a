import { eq } from "drizzle-orm";
import { refunds } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { callRefund, type RefundAnswer, type RefundOrder } from "@/lib/jazzcash/refund";
import { completeRefund } from "@/lib/refunds/complete-refund";
import { lockPayment } from "@/lib/payments/lock-payment";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordEvent } from "@/lib/payments/record-event";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { closeReviews } from "@/lib/reviews/close-reviews";
import { openReview } from "@/lib/reviews/open-review";
import type { Ctx } from "@/lib/shared/context";

/**
 * Sends a refund that is written down, once and never again, and applies the answer. No lock is held while the gateway
 * is asked; where it gives no clear answer the refund stays under way, and inquiries find out.
 */
export async function sendRefund(ctx: Ctx, payment: PaymentRow, refund: RefundRow): Promise<RefundRow> {
  const answer = await callRefund(orderOf(payment, refund), env().jazzcash);
  return applyAnswer(ctx, payment.transactionId, refund, answer);
}

function orderOf({ transactionId, voucherNumber }: PaymentRow, { amountPaisa: amount, way }: RefundRow): RefundOrder {
  if (way === "card" || way === "wallet") return { way, transactionId, amount };
  if (way === "voucher" && voucherNumber !== null) return { way, transactionId, amount, voucherNumber };
  throw new Error(`a refund by ${way} is not sent`);
}

async function applyAnswer(
  { db, now }: Ctx,
  transactionId: string,
  { id }: RefundRow,
  { kind, code, message, fields }: RefundAnswer,
): Promise<RefundRow> {
  return db.transaction(async (tx) => {
    const payment = await lockPayment(tx, transactionId);
    const [refund] = await tx.select().from(refunds).where(eq(refunds.id, id)).for("update");
    if (!payment || !refund) throw new Error(`refund ${id} went away`);
    const record = { channel: "refund", isOutgoing: false, fields, now } as const;
    const words = { gatewayCode: code || null, gatewayMessage: message };
    const isDone = kind === "completed" || (kind === "went_back" && payment.refundedPaisa === 0);
    if (refund.status === "processing" && isDone) {
      return completeRefund(tx, payment, refund, { ...record, ...words, by: "gateway" });
    }
    const isRefused = refund.status === "processing" && kind === "refused";
    await recordEvent(tx, {
      ...record,
      paymentId: payment.id,
      transactionId,
      decision: isRefused ? "refund_refused" : "refund_unclear",
      refusal: null,
      statusAfter: null,
    });
    if (refund.status !== "processing") return refund;
    const [changed] = await tx
      .update(refunds)
      .set({ ...words, ...(isRefused && { status: "failed" as const }), updatedAt: now })
      .where(eq(refunds.id, id))
      .returning();
    if (isRefused) {
      const settled = { by: "gateway", resolution: `Refund ${id} was refused with ${code}.`, now };
      await closeReviews(tx, payment.id, ["refund_unknown"], settled);
    }
    const isGiveBack = refund.actor.startsWith("system:");
    if (isRefused && isGiveBack) {
      const facts = { refund: id, amount: refund.amountPaisa, response_code: code, response_message: message };
      await openReview(tx, payment.id, "give_back_stuck", facts, now);
    }
    return changed ?? refund;
  });
}
