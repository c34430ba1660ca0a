import { z } from "zod";
import { ALL_REVIEW_ACTIONS as ACTIONS, REVIEW_KINDS } from "@/lib/reviews/model";
import { SETTLEMENT_SOURCES } from "@/lib/settlements/model";
import { PageQuery, requiredText, timeView, wholeNumber } from "@/lib/shared/fields";
import { readId } from "@/lib/shared/read-id";
import { emailField } from "@/lib/users/schemas";

const idText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "must be an id")
  .transform(Number);

export const ListReviewsQuery = PageQuery.extend({
  id: idText.optional(),
  /** Only about rows of this settlement file. */
  file: idText.optional(),
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

export const MOST_TOGETHER = 100;

const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** Open items of one kind, closed with the same words: those that are chosen, or the oldest about one settlement file. */
export const CloseReviewsInput = z
  .object({
    kind: z.enum(REVIEW_KINDS),
    review_ids: z.array(id).min(1, "choose some").max(MOST_TOGETHER, `takes at most ${MOST_TOGETHER}`).optional(),
    settlement_file: id.optional(),
    resolution: ResolveReviewInput.shape.resolution,
  })
  .refine(({ review_ids, settlement_file }) => (review_ids === undefined) !== (settlement_file === undefined), {
    path: ["review_ids"],
    message: "choose some, or name a settlement file",
  });
export type CloseReviewsInput = z.infer<typeof CloseReviewsInput>;

/** What became of each; `left` of such items are open still. */
export const ClosedReviewsView = z.object({
  results: z.array(
    z.object({
      review_id: z.int(),
      is_done: z.boolean(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  left: z.int(),
});
export type ClosedReviewsView = z.infer<typeof ClosedReviewsView>;

/** Taken on by whoever asks, or handed over to somebody else of the staff by e-mail. */
export const TakeReviewInput = z.object({ owner: emailField.optional() });
export type TakeReviewInput = z.infer<typeof TakeReviewInput> & { reviewId: number };

export const ReviewView = z.object({
  id: z.int(),
  kind: z.enum(REVIEW_KINDS),
  /** The row of a settlement file that it is about. */
  settlement_row: z
    .object({
      id: z.int(),
      file_id: z.int(),
      file_name: z.string(),
      source: z.enum(SETTLEMENT_SOURCES),
      line: z.int(),
    })
    .nullable(),
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
  owner_name: z.string().nullable(),
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

/** The items that are ticked come as `review_12`; or `file` is pressed, for all about the file that the list is of. */
export const CloseReviewsForm = z
  .looseObject({
    kind: z.enum(REVIEW_KINDS),
    resolution: ResolveReviewInput.shape.resolution,
    file: idText.optional(),
    which: z.enum(["chosen", "file"]).default("chosen"),
    back: itsForm.back,
  })
  .transform(({ kind, resolution, file, which, back, ...rest }) => {
    const chosen = Object.keys(rest).flatMap((name) => readId(/^review_(.+)$/.exec(name)?.[1]) ?? []);
    const of = which === "file" ? { settlement_file: file } : { review_ids: chosen };
    return { back, wish: { kind, resolution, ...of } };
  })
  .refine(({ wish }) => CloseReviewsInput.safeParse(wish).success, { path: ["chosen"], message: "choose some" });
