import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { openGiveBack } from "@/lib/refunds/give-back";
import { finishRefund } from "@/lib/refunds/refund-payment";
import type { RefundView } from "@/lib/refunds/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/**
 * An administrator does not wait for the reconciliation: money that belongs to no order goes back at once, as the shop's
 * own give-back. Refuses `not_refundable` where nothing waits to go back, and what `refundPayment` refuses.
 */
export async function giveBackNow(ctx: UserCtx, { paymentId }: { paymentId: number }): Promise<RefundView> {
  requireAdmin(ctx.actor, "Money is given back by the shop's administrators.");
  await requireConfirmation(ctx);
  const [named] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  if (!named) throw new AppError("payment_not_found", "There is no such payment.");
  if (!named.giveBackWantedAt) throw notWaiting();
  const shop = { kind: "system", useCase: "give_back" } as const;
  const opened = await ctx.db.transaction(async (tx) => {
    const begun = await openGiveBack({ ...ctx, db: tx, actor: shop }, named.transactionId);
    const details = begun && { refund: begun.refund.id, amount_paisa: begun.refund.amountPaisa };
    await recordAudit(tx, ctx, "payment.give_back", `payment:${paymentId}`, details ?? {});
    return begun;
  });
  if (!opened) throw notWaiting();
  return finishRefund(ctx, opened.payment, opened.refund);
}

const notWaiting = (): AppError =>
  new AppError(
    "not_refundable",
    "Nothing of this payment waits to go back, or it cannot be sent: see the review queue.",
  );
