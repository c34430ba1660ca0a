import { env } from "@/lib/env";
import { recordAudit } from "@/lib/audit/record-audit";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { isTaken, takenOf } from "@/lib/payments/model";
import { completeRefund } from "@/lib/refunds/complete-refund";
import { isOwed, needsApproval, refundWayOf } from "@/lib/refunds/model";
import { openRefund } from "@/lib/refunds/open-refund";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { openReview } from "@/lib/reviews/open-review";
import { getSettings } from "@/lib/settings/get-settings";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa } from "@/lib/shared/money";

type Wish = { amount: Paisa | null; reason: string; mayRepeat: boolean; isApproved: boolean };

/**
 * Writes an administrator's refund down in the caller's transaction, under the locks of order and payment; cash is given
 * back at once. Null: the way that the money came is not known, and a person is asked. Refuses what `openRefund` refuses,
 * `not_configured`, and `approval_required` where real money above the shop's limit is not approved by a second one.
 */
export async function beginRefund(
  ctx: UserCtx,
  payment: LockedPayment,
  { amount, reason, mayRepeat, isApproved }: Wish,
): Promise<RefundRow | null> {
  const { db: tx, now } = ctx;
  if (!isTaken(payment.status)) throw new AppError("not_refundable", "No money was taken by this payment.");
  const way = refundWayOf(payment);
  if (way === null) {
    if (payment.status === "refunded") throw new AppError("not_refundable", "All of this payment was given back.");
    const left = paisa(takenOf(payment) - payment.refundedPaisa);
    const asked = amount === null || isOwed(payment) ? left : amount;
    const facts = { order: payment.orderNumber, txn_type: payment.gatewayTxnType, amount: asked };
    await openReview(tx, payment.id, "give_back_stuck", facts, now);
    return null;
  }
  if (way === "wallet" && !env().jazzcash.merchantMpin) {
    throw new AppError("not_configured", "A wallet cannot be refunded: JAZZCASH_MERCHANT_MPIN is not set.");
  }
  const by = actorName(ctx.actor);
  const refund = await openRefund(tx, payment, { amount, reason, way, by, mayRepeat }, now);
  if (!isApproved) await refuseUnapproved(ctx, payment, refund);
  const details = { refund: refund.id, amount_paisa: refund.amountPaisa };
  await recordAudit(tx, ctx, "payment.refund", `payment:${payment.id}`, details);
  if (way !== "cash") return refund;
  const event = { channel: "shop", isOutgoing: false, fields: {}, now } as const;
  return completeRefund(tx, payment, refund, { ...event, gatewayCode: null, gatewayMessage: null, by });
}

async function refuseUnapproved(ctx: UserCtx, { refundedPaisa }: LockedPayment, { amountPaisa }: RefundRow) {
  if (env().jazzcash.environment !== "production") return;
  const { approvalAbovePaisa: limit } = await getSettings(ctx);
  if (limit === null || !needsApproval(limit, refundedPaisa, amountPaisa)) return;
  throw new AppError("approval_required", "A second administrator must approve this refund.", {
    approval_above: formatAmount(limit),
  });
}
