import { z } from "zod";
import { REVIEW_ACTIONS, REVIEW_KINDS, type ReviewAction } from "@/lib/reviews/model";
import { PageQuery, requiredText, timeView } from "@/lib/shared/fields";

const ACTIONS = [...new Set(Object.values(REVIEW_ACTIONS).flat())] as [ReviewAction, ...ReviewAction[]];

export const ListReviewsQuery = PageQuery.extend({
  kind: z.enum(REVIEW_KINDS).optional(),
  open: z.enum(["true", "false"]).optional(),
});
export type ListReviewsQuery = z.infer<typeof ListReviewsQuery>;

export const ResolveReviewInput = z.object({
  action: z.enum(ACTIONS, `must be one of ${ACTIONS.join(", ")}`).default("close"),
  resolution: requiredText(1000, "what was found, and what was done?"),
});
export type ResolveReviewInput = z.infer<typeof ResolveReviewInput> & { reviewId: number };

export const ReviewView = z.object({
  id: z.int(),
  kind: z.enum(REVIEW_KINDS),
  payment_id: z.int(),
  order_id: z.int(),
  transaction_id: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  actions: z.array(z.enum(ACTIONS)),
  opened_at: timeView,
  closed_at: timeView.nullable(),
  closed_by: z.string().nullable(),
  resolution: z.string().nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;
