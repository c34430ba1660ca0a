import { env } from "@/lib/env";
import { recordAudit } from "@/lib/audit/record-audit";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { isTaken, takenOf } from "@/lib/payments/model";
import { completeRefund } from "@/lib/refunds/complete-refund";
import { decideRefund } from "@/lib/refunds/decide-refund";
import { isOwed, needsApproval, refundWayOf } from "@/lib/refunds/model";
import { listStanding, writeRefund } from "@/lib/refunds/open-refund";
import type { RefundRow } from "@/lib/refunds/refund-view";
import type { RefundedLine } from "@/lib/refunds/schemas";
import { OBSTACLES } from "@/lib/reviews/model";
import { openReview } from "@/lib/reviews/open-review";
import { getSettings } from "@/lib/settings/get-settings";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa } from "@/lib/shared/money";

type Wish = {
  amount: Paisa | null;
  lines?: readonly RefundedLine[];
  reason: string;
  mayRepeat: boolean;
  isApproved: boolean;
};

/**
 * Writes an administrator's refund down in the caller's transaction, under the locks of order and payment; cash is given
 * back at once. Null: the way that the money came is not known, and a person is asked. Refuses what `decideRefund`
 * refuses, `not_configured`, and `approval_required` where real money above the shop's limit is not approved by a second
 * one; whatever it refuses has changed nothing.
 */
export async function beginRefund(
  ctx: UserCtx,
  payment: LockedPayment,
  { amount, lines, reason, mayRepeat, isApproved }: Wish,
): Promise<RefundRow | null> {
  const { db: tx, now } = ctx;
  if (!isTaken(payment.status)) throw new AppError("not_refundable", "No money was taken by this payment.");
  const way = refundWayOf(payment);
  if (way === null && payment.status === "refunded") {
    throw new AppError("not_refundable", "All of this payment was given back.");
  }
  if (way === "wallet" && !env().jazzcash.merchantMpin) {
    throw new AppError("not_configured", "A wallet cannot be refunded: JAZZCASH_MERCHANT_MPIN is not set.");
  }
  const asked = decideRefund(payment, await listStanding(tx, payment.id), { amount, mayRepeat }, now);
  if (!isApproved) await refuseUnapproved(ctx, payment, asked);
  if (way === null) {
    const left = paisa(takenOf(payment) - payment.refundedPaisa);
    const owed = isOwed(payment) ? left : asked;
    const said = {
      obstacle: OBSTACLES.way_unknown,
      txn_type: payment.gatewayTxnType,
      lines: lines ? JSON.stringify(lines) : null,
    };
    const facts = { order: payment.orderNumber, amount: owed, ...said };
    await openReview(tx, payment.id, "give_back_stuck", facts, now);
    return null;
  }
  const by = actorName(ctx.actor);
  const refund = await writeRefund(tx, payment, { amount: asked, lines, reason, way, by }, now);
  const details = { refund: refund.id, amount_paisa: refund.amountPaisa };
  await recordAudit(tx, ctx, "payment.refund", `payment:${payment.id}`, details);
  if (way !== "cash") return refund;
  const event = { channel: "shop", isOutgoing: false, fields: {}, now } as const;
  return completeRefund(tx, payment, refund, { ...event, gatewayCode: null, gatewayMessage: null, by });
}

async function refuseUnapproved(ctx: UserCtx, { refundedPaisa }: LockedPayment, asked: Paisa) {
  if (env().jazzcash.environment !== "production") return;
  const { approvalAbovePaisa: limit } = await getSettings(ctx);
  if (limit === null || !needsApproval(limit, refundedPaisa, asked)) return;
  throw new AppError("approval_required", "A second administrator must approve this refund.", {
    approval_above: formatAmount(limit),
  });
}
