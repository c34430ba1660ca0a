import { eq } from "drizzle-orm";
import { refunds } from "@/db/schema/payments";
import type { RecordResult } from "@/lib/http/idempotency";
import { requireVersion } from "@/lib/orders/require-version";
import type { Seen } from "@/lib/orders/model";
import { REFUND_REFUSALS } from "@/lib/jazzcash/response-codes";
import { lockPaymentById } from "@/lib/payments/lock-payment";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { beginRefund } from "@/lib/refunds/begin-refund";
import { askedRefund } from "@/lib/refunds/price-pieces";
import { type RefundRow, refundView } from "@/lib/refunds/refund-view";
import type { RefundPaymentInput, RefundView } from "@/lib/refunds/schemas";
import { sendRefund } from "@/lib/refunds/send-refund";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/**
 * An administrator gives money back: written down first, then sent by the way that the money came, then its outcome.
 * Cash is given back at once. Refuses what `beginRefund` refuses, `reauthentication_required` where real money would move,
 * and `refund_refused` with the gateway's words. Status `processing`: no clear answer came.
 */
export async function refundPayment(
  ctx: UserCtx,
  input: RefundPaymentInput & Seen,
  recordResult?: RecordResult,
): Promise<RefundView> {
  requireAdmin(ctx.actor, "Money is given back by the shop's administrators.");
  await requireConfirmation(ctx);
  const begun = await ctx.db.transaction(async (tx) => {
    const payment = await lockPaymentById(tx, input.paymentId);
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    await requireVersion(tx, payment.orderId, input.ifMatch);
    const asked = await askedRefund(tx, payment, input);
    const wish = { ...asked, reason: input.reason, mayRepeat: recordResult !== undefined, isApproved: false };
    const refund = await beginRefund({ ...ctx, db: tx }, payment, wish);
    if (refund) await recordResult?.(tx, refund.id);
    return { payment, refund };
  });
  return finishRefund(ctx, begun.payment, begun.refund);
}

/** Sends what was written down and tells how it went. */
export async function finishRefund(ctx: UserCtx, payment: PaymentRow, refund: RefundRow | null): Promise<RefundView> {
  if (!refund) {
    const detail = "It is not known by which way this payment came, so it cannot be given back through JazzCash.";
    throw new AppError("not_refundable", `${detail} It is in the review queue.`);
  }
  return outcomeOf(refund.status === "processing" ? await sendRefund(ctx, payment, refund) : refund);
}

/** What asking for a refund answered, as it stands now, or null. */
export async function findRefundOutcome({ db, actor }: UserCtx, id: number): Promise<RefundView | null> {
  requireAdmin(actor);
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, id));
  return refund ? outcomeOf(refund) : null;
}

function outcomeOf(refund: RefundRow): RefundView {
  if (refund.status === "failed") throw refused(refund);
  return refundView(refund);
}

function refused(refund: RefundRow): AppError {
  const meaning = REFUND_REFUSALS[refund.gatewayCode ?? ""];
  const words = refund.gatewayMessage ? ` JazzCash says: “${refund.gatewayMessage}”` : "";
  const detail = `JazzCash refused the refund (${refund.gatewayCode})${meaning ? `: ${meaning}` : ""}.${words}`;
  return new AppError("refund_refused", detail, { refund: refundView(refund), gateway_code: refund.gatewayCode });
}
