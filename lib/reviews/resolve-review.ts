import { and, eq, isNull } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { recordAudit } from "@/lib/audit/record-audit";
import { endUnheard } from "@/lib/payments/end-unheard";
import { type LockedPayment, lockPaymentById } from "@/lib/payments/lock-payment";
import { isForAdmins, REVIEW_ACTIONS, type ReviewAction, sendsMoney } from "@/lib/reviews/model";
import { findReview } from "@/lib/reviews/queries";
import type { ResolveReviewInput, ReviewView } from "@/lib/reviews/schemas";
import { settleDispute } from "@/lib/reviews/settle-dispute";
import { leaveStuck, recordGivenBack, settleRefund, wantGiveBack } from "@/lib/reviews/settle-refund";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { requireAdmin, requireStaff } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";
import { requireConfirmation } from "@/lib/users/require-confirmation";

type Item = typeof reviewItems.$inferSelect;

/**
 * A person deals with what was put before them: the action and the closing, with their name and words, in one
 * transaction under the locks of order and payment; what is about no payment of ours is only closed. Staff close, and say
 * that nothing was paid; what decides about money is an administrator's. Refuses `forbidden`, `reauthentication_required`, `review_item_not_found`, `review_item_closed`, and an action that the kind of item does not have.
 */
export async function resolveReview(ctx: UserCtx, input: ResolveReviewInput): Promise<ReviewView> {
  const { now, actor } = ctx;
  const { action, resolution, reviewId } = input;
  requireStaff(actor);
  if (isForAdmins(action)) requireAdmin(actor, "What decides about money is for the shop's administrators.");
  if (sendsMoney(action)) await requireConfirmation(ctx);
  await ctx.db.transaction(async (tx) => {
    const [named] = await tx
      .select({ paymentId: reviewItems.paymentId })
      .from(reviewItems)
      .where(eq(reviewItems.id, reviewId));
    if (!named) throw new AppError("review_item_not_found", "There is no such item in the review queue.");
    const payment = named.paymentId === null ? null : await lockPaymentById(tx, named.paymentId);
    const [item] = await tx
      .select()
      .from(reviewItems)
      .where(and(eq(reviewItems.id, reviewId), isNull(reviewItems.closedAt)))
      .for("update");
    if (!item) throw new AppError("review_item_closed", "This item was closed already.");
    const actions: readonly ReviewAction[] = REVIEW_ACTIONS[item.kind];
    if (!actions.includes(action)) throw invalidField("action", `must be one of ${actions.join(", ")}`);

    if (payment) await act({ ...ctx, db: tx }, item, payment, action, resolution);
    await tx
      .update(reviewItems)
      .set({ closedAt: now, closedBy: actorName(actor), resolution })
      .where(eq(reviewItems.id, item.id));
    const details = { kind: item.kind, payment: item.paymentId, settlement_row: item.settlementRowId };
    await recordAudit(tx, ctx, `review.${action}`, `review:${item.id}`, details);
  });
  const view = await findReview(ctx.db, reviewId);
  if (!view) throw new Error(`review item ${reviewId} went away`);
  return view;
}

function act(ctx: UserCtx, item: Item, payment: LockedPayment, action: ReviewAction, resolution: string) {
  switch (action) {
    case "close":
      return item.kind === "give_back_stuck" ? leaveStuck(payment) : undefined;
    case "accept":
      return settleDispute(ctx, payment, item.facts, true);
    case "give_back":
      return settleDispute(ctx, payment, item.facts, false);
    case "try_again":
      return wantGiveBack(ctx, payment);
    case "given_back":
      return item.kind === "refund_unknown"
        ? settleRefund(ctx, payment, true)
        : recordGivenBack(ctx, payment, item.facts, resolution);
    case "not_given_back":
      return settleRefund(ctx, payment, false);
    case "not_paid":
      return endUnheard(ctx, payment);
  }
}
