import { eq } from "drizzle-orm";
import { payments, refunds } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { recordAudit } from "@/lib/audit/record-audit";
import type { RecordResult } from "@/lib/http/idempotency";
import { REFUND_REFUSALS } from "@/lib/jazzcash/response-codes";
import { completeRefund } from "@/lib/refunds/complete-refund";
import { lockPayment } from "@/lib/payments/lock-payment";
import { isTaken, takenOf } from "@/lib/payments/model";
import { isOwed, refundWayOf } from "@/lib/refunds/model";
import { openRefund } from "@/lib/refunds/open-refund";
import { openReview } from "@/lib/reviews/open-review";
import { type RefundRow, refundView } from "@/lib/refunds/refund-view";
import type { RefundPaymentInput, RefundView } from "@/lib/refunds/schemas";
import { sendRefund } from "@/lib/refunds/send-refund";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { paisa, readAmount } from "@/lib/shared/money";

/**
 * An administrator gives money back: written down first, then sent by the way that the money came, then its outcome.
 * Cash is given back at once. Refuses what `openRefund` refuses, `refund_refused` with the gateway's words, and
 * `not_configured` where a wallet would need the merchant's MPIN. Status `processing`: no clear answer came.
 */
export async function refundPayment(
  ctx: UserCtx,
  input: RefundPaymentInput,
  recordResult?: RecordResult,
): Promise<RefundView> {
  const opened = await open(ctx, input, recordResult);
  if (!opened) {
    const detail = "It is not known by which way this payment came, so it cannot be given back through JazzCash.";
    throw new AppError("not_refundable", `${detail} It is in the review queue.`);
  }
  const { payment, refund } = opened;
  return outcomeOf(refund.status === "processing" ? await sendRefund(ctx, payment, refund) : refund);
}

/** What asking for a refund answered, as it stands now, or null. */
export async function findRefundOutcome({ db }: UserCtx, id: number): Promise<RefundView | null> {
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, id));
  return refund ? outcomeOf(refund) : null;
}

function outcomeOf(refund: RefundRow): RefundView {
  if (refund.status === "failed") throw refused(refund);
  return refundView(refund);
}

function open(ctx: UserCtx, { paymentId, amount, reason }: RefundPaymentInput, recordResult?: RecordResult) {
  const { now } = ctx;
  const by = actorName(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const [named] = await tx
      .select({ transactionId: payments.transactionId })
      .from(payments)
      .where(eq(payments.id, paymentId));
    const payment = named && (await lockPayment(tx, named.transactionId));
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    if (!isTaken(payment.status)) throw new AppError("not_refundable", "No money was taken by this payment.");
    const way = refundWayOf(payment);
    if (way === null) {
      if (payment.status === "refunded") {
        throw new AppError("not_refundable", "All of this payment was given back.");
      }
      const left = paisa(takenOf(payment) - payment.refundedPaisa);
      const asked = amount === undefined || isOwed(payment) ? left : readAmount(amount);
      const facts = { order: payment.orderNumber, txn_type: payment.gatewayTxnType, amount: asked };
      await openReview(tx, payment.id, "give_back_stuck", facts, now);
      return null;
    }
    if (way === "wallet" && !env().jazzcash.merchantMpin) {
      throw new AppError("not_configured", "A wallet cannot be refunded: JAZZCASH_MERCHANT_MPIN is not set.");
    }
    const wish = { amount: amount === undefined ? null : readAmount(amount), reason, way, by };
    const refund = await openRefund(tx, payment, { ...wish, mayRepeat: recordResult !== undefined }, now);
    await recordResult?.(tx, refund.id);
    const details = { refund: refund.id, amount_paisa: refund.amountPaisa };
    await recordAudit(tx, ctx, "payment.refund", `payment:${payment.id}`, details);
    if (way !== "cash") return { payment, refund };
    const event = { channel: "shop", isOutgoing: false, fields: {}, now } as const;
    const handed = { ...event, gatewayCode: null, gatewayMessage: null, by };
    return { payment, refund: await completeRefund(tx, payment, refund, handed) };
  });
}

function refused(refund: RefundRow): AppError {
  const meaning = REFUND_REFUSALS[refund.gatewayCode ?? ""];
  const words = refund.gatewayMessage ? ` JazzCash says: “${refund.gatewayMessage}”` : "";
  const detail = `JazzCash refused the refund (${refund.gatewayCode})${meaning ? `: ${meaning}` : ""}.${words}`;
  return new AppError("refund_refused", detail, { refund: refundView(refund), gateway_code: refund.gatewayCode });
}
