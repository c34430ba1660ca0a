"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { closeReviewsTogether } from "@/lib/reviews/close-reviews-together";
import { reviewListAfter } from "@/lib/reviews/review-list-after";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { CloseReviewsForm, ResolveReviewForm, TakeReviewForm } from "@/lib/reviews/schemas";
import { takeReview } from "@/lib/reviews/take-review";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

export const resolveReviewAction = action(requireStaffContext, ResolveReviewForm, async (ctx, form) => {
  const { review_id, action: wish, resolution, back, password } = form;
  await confirmIfTyped(ctx, password);
  await resolveReview(ctx, { reviewId: review_id, action: wish, resolution });
  await redirectTo(reviewListAfter(back, wish));
});

export const takeReviewAction = action(requireStaffContext, TakeReviewForm, async (ctx, { review_id, owner, back }) => {
  await takeReview(ctx, { reviewId: review_id, owner });
  await redirectTo(reviewListAfter(back, owner === undefined ? "taken" : "handed_over"));
});

/** Many items of one kind with the same words; leads back to the list, which says how many and how many not. */
export const closeReviewsAction = action(requireStaffContext, CloseReviewsForm, async (ctx, { wish, back }) => {
  const { results, left } = await closeReviewsTogether(ctx, wish);
  const closed = results.filter(({ is_done }) => is_done).length;
  await redirectTo(reviewListAfter(back, "together", { closed, kept: results.length - closed, left }));
});
