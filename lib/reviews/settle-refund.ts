import { eq } from "drizzle-orm";
import { payments, refunds } from "@/db/schema/payments";
import { completeRefund } from "@/lib/refunds/complete-refund";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { takenOf } from "@/lib/payments/model";
import { isOwed } from "@/lib/refunds/model";
import { openRefund } from "@/lib/refunds/open-refund";
import { recordEvent } from "@/lib/payments/record-event";
import { lockRefundUnderWay } from "@/lib/refunds/refund-after-inquiry";
import type { RefundedLine } from "@/lib/refunds/schemas";
import { openReview } from "@/lib/reviews/open-review";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { paisa } from "@/lib/shared/money";

const BY_SHOP = { channel: "shop", isOutgoing: false, fields: {} } as const;

/** A person has found out, in the gateway's portal or from the customer, how a refund of unknown outcome ended. */
export async function settleRefund({ db: tx, now, actor }: UserCtx, payment: LockedPayment, isDone: boolean) {
  const refund = await lockRefundUnderWay(tx, payment.id);
  if (!refund) return;
  const by = actorName(actor);
  if (isDone) {
    const words = { gatewayCode: refund.gatewayCode, gatewayMessage: refund.gatewayMessage };
    await completeRefund(tx, payment, refund, { ...BY_SHOP, ...words, now, by });
    return;
  }
  await tx.update(refunds).set({ status: "failed", updatedAt: now }).where(eq(refunds.id, refund.id));
  const record = { paymentId: payment.id, transactionId: payment.transactionId, refusal: null, statusAfter: null, now };
  await recordEvent(tx, { ...BY_SHOP, ...record, decision: "refund_not_made" });
  if (refund.actor.startsWith("system:")) {
    const facts = { order: payment.orderNumber, refund: refund.id, amount: refund.amountPaisa };
    await openReview(tx, payment.id, "give_back_stuck", facts, now); // the money is still owed
  }
}

/** What was asked for, or all that is left, was given back outside of the shop: written down as a refund by hand. */
export async function recordGivenBack(
  { db: tx, now, actor }: UserCtx,
  payment: LockedPayment,
  { amount: asked, lines: said }: Record<string, string | number | null>,
  reason: string,
) {
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  if (left === 0) return;
  const by = actorName(actor);
  const amount = typeof asked === "number" ? paisa(Math.min(asked, left)) : left;
  const lines: RefundedLine[] = amount === asked && typeof said === "string" ? JSON.parse(said) : [];
  const wish = { amount, lines, reason, way: "by_hand", by, mayRepeat: true } as const;
  const refund = await openRefund(tx, payment, wish, now);
  await completeRefund(tx, payment, refund, { ...BY_SHOP, gatewayCode: null, gatewayMessage: null, now, by });
}

/** Words close what could not be sent back only where it may be kept. */
export function leaveStuck(payment: LockedPayment): void {
  if (isOwed(payment) && payment.status !== "refunded") {
    throw new AppError("conflict", "This money is still owed: send it again, or say that it was given back.");
  }
}

/** What may not be kept and could not be sent back is put on the list of the next reconciliation once more. */
export async function wantGiveBack({ db: tx, now }: UserCtx, payment: LockedPayment): Promise<void> {
  if (!isOwed(payment))
    throw new AppError("not_refundable", "This payment pays for an order that stands: refund it instead.");
  await tx.update(payments).set({ giveBackWantedAt: now, updatedAt: now }).where(eq(payments.id, payment.id));
}
