import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { canCloseTogether } from "@/lib/reviews/model";
import { isOfFile } from "@/lib/reviews/queries";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { type ClosedReviewsView, type CloseReviewsInput, MOST_TOGETHER } from "@/lib/reviews/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { requireStaff } from "@/lib/shared/require-role";

/**
 * Staff close many items of one kind with the same words, each in a transaction of its own: what one of them refuses
 * keeps no other back. Of a settlement file it takes the oldest hundred, and tells how many are left. Refuses
 * `forbidden`, and `invalid_input` for a kind that words alone do not close.
 */
export async function closeReviewsTogether(ctx: UserCtx, input: CloseReviewsInput): Promise<ClosedReviewsView> {
  requireStaff(ctx.actor);
  const { kind, resolution, review_ids: chosen, settlement_file: file } = input;
  if (!canCloseTogether(kind)) throw invalidField("kind", "is not closed with words alone");
  const isSuch = and(
    eq(reviewItems.kind, kind),
    file === undefined
      ? inArray(reviewItems.id, chosen ?? [])
      : and(isOfFile(ctx.db, file), isNull(reviewItems.closedAt)),
  );
  const found = await ctx.db
    .select({ id: reviewItems.id })
    .from(reviewItems)
    .where(isSuch)
    .orderBy(asc(reviewItems.openedAt), asc(reviewItems.id))
    .limit(MOST_TOGETHER);
  const such = found.map(({ id }) => id);
  const results: ClosedReviewsView["results"] = [];
  for (const reviewId of new Set(chosen ?? such)) results.push(await closeOne(ctx, { reviewId, resolution }, such));
  return { results, left: file === undefined ? 0 : await ctx.db.$count(reviewItems, isSuch) };
}

type One = { reviewId: number; resolution: string };

async function closeOne(ctx: UserCtx, { reviewId, resolution }: One, such: readonly number[]) {
  const answer = { review_id: reviewId, is_done: false, code: null, detail: null };
  try {
    if (!such.includes(reviewId)) throw new AppError("review_item_not_found", "There is no such item of this kind.");
    await resolveReview(ctx, { reviewId, action: "close", resolution });
    return { ...answer, is_done: true };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.status >= 500) throw thrown;
    return { ...answer, code: thrown.code, detail: thrown.message };
  }
}
