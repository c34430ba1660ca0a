import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema/returns";
import { recordAudit } from "@/lib/audit/record-audit";
import { beginRefund } from "@/lib/refunds/begin-refund";
import { lockRequest } from "@/lib/refunds/lock-request";
import { askedRefund } from "@/lib/refunds/price-pieces";
import { finishRefund } from "@/lib/refunds/refund-payment";
import type { RefundView } from "@/lib/refunds/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/**
 * A second administrator approves a refund: decision and refund are written down together, then it is sent, once however
 * many approve at once. Pieces are priced anew, as others of their line may have been paid back meanwhile. Never the one who asked for it. Refuses `refund_request_closed` and what `refundPayment` refuses.
 */
export async function approveRefund(ctx: UserCtx, { requestId }: { requestId: number }): Promise<RefundView> {
  const { now, actor } = ctx;
  requireAdmin(actor, "Money is given back by the shop's administrators.");
  await requireConfirmation(ctx);
  const begun = await ctx.db.transaction(async (tx) => {
    const { payment, request } = await lockRequest(tx, requestId);
    if (request.requestedBy === actor.userId) {
      throw new AppError("forbidden", "Another administrator than the one who asked for it must approve it.");
    }
    const asked = request.lines.length > 0 ? await askedRefund(tx, payment, request) : { amount: request.amountPaisa };
    const wish = { ...asked, reason: request.reason, mayRepeat: true, isApproved: true };
    const refund = await beginRefund({ ...ctx, db: tx }, payment, wish);
    if (!refund) return { payment, refund };
    await tx
      .update(refundRequests)
      .set({ decision: "approved", decidedBy: actor.userId, decidedAt: now, refundId: refund.id })
      .where(eq(refundRequests.id, request.id));
    const details = { payment: payment.id, refund: refund.id, requested_by: request.requestedBy };
    await recordAudit(tx, ctx, "refund.approve", `refund_request:${request.id}`, details);
    return { payment, refund };
  });
  return finishRefund(ctx, begun.payment, begun.refund);
}
