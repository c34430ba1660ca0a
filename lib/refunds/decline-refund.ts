import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema/returns";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockRequest } from "@/lib/refunds/lock-request";
import { getRefundRequest } from "@/lib/refunds/queries";
import type { RefundRequestView } from "@/lib/refunds/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** An administrator says no to a refund that waits, or takes the own wish back; no money moves. */
export async function declineRefund(ctx: UserCtx, { requestId }: { requestId: number }): Promise<RefundRequestView> {
  const { now, actor } = ctx;
  requireAdmin(actor, "Money is given back by the shop's administrators.");
  await ctx.db.transaction(async (tx) => {
    const { payment, request } = await lockRequest(tx, requestId);
    await tx
      .update(refundRequests)
      .set({ decision: "declined", decidedBy: actor.userId, decidedAt: now })
      .where(eq(refundRequests.id, request.id));
    await recordAudit(tx, ctx, "refund.decline", `refund_request:${request.id}`, { payment: payment.id });
  });
  return getRefundRequest(ctx.db, requestId);
}
