"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { ResolveReviewForm, TakeReviewForm } from "@/lib/reviews/schemas";
import { takeReview } from "@/lib/reviews/take-review";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

/** To the list that the form stood in, which says what was done. */
function toList(back: string, done: string) {
  const [, query = ""] = /^\/admin\/review(?:\?([^#\s]*))?$/.exec(back) ?? [];
  const address = new URLSearchParams(query);
  address.set("done", done);
  return redirectTo(`/admin/review?${address}`);
}

export const resolveReviewAction = action(requireStaffContext, ResolveReviewForm, async (ctx, form) => {
  const { review_id, action: wish, resolution, back, password } = form;
  await confirmIfTyped(ctx, password);
  await resolveReview(ctx, { reviewId: review_id, action: wish, resolution });
  await toList(back, "closed");
});

export const takeReviewAction = action(requireStaffContext, TakeReviewForm, async (ctx, { review_id, owner, back }) => {
  await takeReview(ctx, { reviewId: review_id, owner });
  await toList(back, "taken");
});
