import { and, eq, isNull } from "drizzle-orm";
import { refundRequests } from "@/db/schema/returns";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Seen } from "@/lib/orders/model";
import { requireVersion } from "@/lib/orders/require-version";
import { type LockedPayment, lockPaymentById } from "@/lib/payments/lock-payment";
import { isTaken, takenOf } from "@/lib/payments/model";
import { askedRefund } from "@/lib/refunds/price-pieces";
import { getRefundRequest } from "@/lib/refunds/queries";
import type { RefundedLine, RefundPaymentInput, RefundRequestView } from "@/lib/refunds/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa } from "@/lib/shared/money";

type Asked = { amount: Paisa | null; lines: readonly RefundedLine[]; reason: string };

/**
 * An administrator asks a second one to approve a refund; no money moves by it. One waits for a payment at a time. Refuses
 * `not_refundable`, `refund_exceeds_payment`, and `refund_in_progress` where one waits already.
 */
export async function requestRefund(ctx: UserCtx, input: RefundPaymentInput & Seen): Promise<RefundRequestView> {
  requireAdmin(ctx.actor, "Money is given back by the shop's administrators.");
  const id = await ctx.db.transaction(async (tx) => {
    const payment = await lockPaymentById(tx, input.paymentId);
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    await requireVersion(tx, payment.orderId, input.ifMatch);
    const asked = await askedRefund(tx, payment, input);
    return openRefundRequest({ ...ctx, db: tx }, payment, { ...asked, reason: input.reason });
  });
  return getRefundRequest(ctx.db, id);
}

/** The same in the caller's transaction, under the locks of order and payment. */
export async function openRefundRequest(
  ctx: UserCtx,
  payment: LockedPayment,
  { amount, lines, reason }: Asked,
): Promise<number> {
  const { db: tx, now, actor } = ctx;
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  if (!isTaken(payment.status) || left === 0) {
    throw new AppError("not_refundable", "There is no money of this payment to give back.");
  }
  const asked = amount ?? left;
  if (asked > left) {
    const detail = `At most Rs ${formatAmount(left)} of this payment can be given back.`;
    throw new AppError("refund_exceeds_payment", detail, { refundable_amount: formatAmount(left) });
  }
  const isWaiting = and(eq(refundRequests.paymentId, payment.id), isNull(refundRequests.decidedAt));
  const [waiting] = await tx.select({ id: refundRequests.id }).from(refundRequests).where(isWaiting);
  if (waiting) {
    const detail = "A refund of this payment waits for a second administrator already.";
    throw new AppError("refund_in_progress", detail, { refund_request_id: waiting.id });
  }
  const [request] = await tx
    .insert(refundRequests)
    .values({
      paymentId: payment.id,
      amountPaisa: asked,
      reason,
      lines: lines.map((line) => ({ ...line, is_restocked: false })),
      requestedBy: actor.userId,
      requestedAt: now,
    })
    .returning({ id: refundRequests.id });
  if (!request) throw new Error("the request was not written");
  const details = { request: request.id, amount_paisa: asked };
  await recordAudit(tx, ctx, "refund.request", `payment:${payment.id}`, details);
  return request.id;
}
