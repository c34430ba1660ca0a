import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { findReview } from "@/lib/reviews/queries";
import type { ReviewView, TakeReviewInput } from "@/lib/reviews/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";

/**
 * Somebody of the staff takes an item on, or hands it over to another; whoever had it before. Refuses
 * `review_item_not_found`, `review_item_closed`, and an owner who is not of the staff.
 */
export async function takeReview(ctx: UserCtx, { reviewId, owner }: TakeReviewInput): Promise<ReviewView> {
  requireStaff(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    const ownerId = owner === undefined ? ctx.actor.userId : await findColleague({ ...ctx, db: tx }, owner);
    const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.id, reviewId)).for("update");
    if (!item) throw new AppError("review_item_not_found", "There is no such item in the review queue.");
    if (item.closedAt) throw new AppError("review_item_closed", "This item was closed already.");
    if (item.ownerId === ownerId) return;
    await tx.update(reviewItems).set({ ownerId }).where(eq(reviewItems.id, reviewId));
    const change = { before: { owner: item.ownerId }, after: { owner: ownerId } };
    await recordAudit(tx, ctx, "review.take", `review:${reviewId}`, { kind: item.kind }, change);
  });
  const view = await findReview(ctx.db, reviewId);
  if (!view) throw new Error(`review item ${reviewId} went away`);
  return view;
}

async function findColleague({ db }: UserCtx, email: string): Promise<number> {
  const isOne = and(inArray(users.role, ["staff", "admin"]), isNull(users.disabledAt));
  const [colleague] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isOne));
  if (!colleague) throw invalidField("owner", "is nobody of the shop's staff");
  return colleague.id;
}
