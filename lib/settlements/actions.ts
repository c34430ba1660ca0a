"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { reviewListAfter } from "@/lib/reviews/review-list-after";
import { matchAgain } from "@/lib/settlements/match-again";
import { MatchAgainForm } from "@/lib/settlements/schemas";

/** A row that did not fit is looked at once more; leads back to the list, which says what became of it. */
export const matchAgainAction = action(requireStaffContext, MatchAgainForm, async (ctx, { review_id, back }) => {
  const { why } = await matchAgain(ctx, { reviewId: review_id });
  await redirectTo(reviewListAfter(back, why === null ? "matched" : "unmatched"));
});
