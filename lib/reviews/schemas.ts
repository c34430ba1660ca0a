import { z } from "zod";
import { REVIEW_ACTIONS, REVIEW_KINDS, type ReviewAction } from "@/lib/reviews/model";
import { PageQuery, requiredText, timeView, wholeNumber } from "@/lib/shared/fields";
import { emailField } from "@/lib/users/schemas";

const ACTIONS = [...new Set(Object.values(REVIEW_ACTIONS).flat())] as [ReviewAction, ...ReviewAction[]];

export const ListReviewsQuery = PageQuery.extend({
  kind: z.enum(REVIEW_KINDS).optional(),
  open: z.enum(["true", "false"]).optional(),
  /** Only what whoever asks has taken on. */
  mine: z.literal("true", 'must be "true"').optional(),
});
export type ListReviewsQuery = z.infer<typeof ListReviewsQuery>;

export const ResolveReviewInput = z.object({
  action: z.enum(ACTIONS, `must be one of ${ACTIONS.join(", ")}`).default("close"),
  resolution: requiredText(1000, "what was found, and what was done?"),
});
export type ResolveReviewInput = z.infer<typeof ResolveReviewInput> & { reviewId: number };

/** Taken on by whoever asks, or handed over to somebody else of the staff by e-mail. */
export const TakeReviewInput = z.object({ owner: emailField.optional() });
export type TakeReviewInput = z.infer<typeof TakeReviewInput> & { reviewId: number };

export const ReviewView = z.object({
  id: z.int(),
  kind: z.enum(REVIEW_KINDS),
  /** Null where it is about a row of a settlement file that belongs to no payment. */
  payment_id: z.int().nullable(),
  order_id: z.int().nullable(),
  order_number: z.string().nullable(),
  transaction_id: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  actions: z.array(z.enum(ACTIONS)),
  opened_at: timeView,
  /** Who has taken it on. */
  owner_id: z.int().nullable(),
  owner: z.string().nullable(),
  closed_at: timeView.nullable(),
  closed_by: z.string().nullable(),
  resolution: z.string().nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

const itsForm = {
  review_id: z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  back: z.string().max(500),
};

/** The same as the page's forms send them; `back` is the list that they stand in. */
export const ResolveReviewForm = ResolveReviewInput.extend({ ...itsForm, password: z.string().max(128).optional() });
export const TakeReviewForm = TakeReviewInput.extend(itsForm);
