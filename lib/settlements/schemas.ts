import { z } from "zod";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { ReviewView } from "@/lib/reviews/schemas";
import {
  isNeeded,
  ROW_PROBLEMS,
  SETTLEMENT_FIELDS,
  SETTLEMENT_OUTCOMES,
  SETTLEMENT_SOURCES,
} from "@/lib/settlements/model";
import { amountView, PageQuery, textField, timeView, wholeNumber } from "@/lib/shared/fields";

const source = z.enum(SETTLEMENT_SOURCES, `must be one of ${SETTLEMENT_SOURCES.join(", ")}`);
const columnName = textField(200);

const ColumnNames = z.partialRecord(z.enum(SETTLEMENT_FIELDS), columnName);

/** What is said of a file beside it: in the address, or in its form's other fields. */
export const UploadInput = z
  .object({ source, name: textField(200).default("settlement.csv"), columns: ColumnNames.optional() })
  .superRefine(({ source: from, columns }, ctx) => {
    if (!columns) return;
    for (const field of SETTLEMENT_FIELDS) {
      if (isNeeded(from, field) && !columns[field])
        ctx.addIssue({ code: "custom", path: ["columns", field], message: "which column is it?" });
    }
  });
export type UploadInput = z.infer<typeof UploadInput>;

export const ListSettlementsQuery = PageQuery.extend({ source: source.optional() });
export type ListSettlementsQuery = z.infer<typeof ListSettlementsQuery>;

export const ListRowsQuery = PageQuery.extend({
  outcome: z.enum(SETTLEMENT_OUTCOMES).optional(),
  /** Only the row that stands there in the file. */
  line: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "must be a line of the file")
    .transform(Number)
    .optional(),
});
export type ListRowsQuery = z.infer<typeof ListRowsQuery>;

export const ListUnsettledQuery = PageQuery.extend({ source: source.default("gateway") });
export type ListUnsettledQuery = z.infer<typeof ListUnsettledQuery>;

/** What is wrong with a row, as it comes back to the page in an address. */
export const RowProblemSaid = z.object({
  row: wholeNumber(1, 1_000_000_000),
  code: z.enum(ROW_PROBLEMS),
  field: z.enum(SETTLEMENT_FIELDS).optional(),
  said: textField(40).optional(),
  expected: textField(40).optional(),
});

const Sums = { rows: z.int(), gross: amountView, fee: amountView, tax: amountView, net: amountView };

export const SettlementView = z.object({
  id: z.int(),
  source,
  name: z.string(),
  uploaded_by: z.int(),
  created_at: timeView,
  ...Sums,
  outcomes: z.record(z.enum(SETTLEMENT_OUTCOMES), z.int()),
});
export type SettlementView = z.infer<typeof SettlementView>;

export const SettlementDayView = z.object({ day: z.string(), ...Sums });
export type SettlementDayView = z.infer<typeof SettlementDayView>;

export const SettlementRowView = z.object({
  id: z.int(),
  line: z.int(),
  reference: z.string(),
  gross: amountView,
  fee: amountView,
  tax: amountView,
  net: amountView,
  settled_on: z.string(),
  outcome: z.enum(SETTLEMENT_OUTCOMES),
  payment_id: z.int().nullable(),
  order_id: z.int().nullable(),
  transaction_id: z.string().nullable(),
  order_number: z.string().nullable(),
  /** Who is asked about it where it does not fit, and what is told of it. */
  review_id: z.int().nullable(),
  facts: ReviewView.shape.facts.nullable(),
});
export type SettlementRowView = z.infer<typeof SettlementRowView>;

export const UnsettledView = z.object({
  payment_id: z.int(),
  order_id: z.int(),
  order_number: z.string(),
  transaction_id: z.string(),
  payment_method: z.enum(PAYMENT_METHODS),
  amount: amountView,
  completed_at: timeView,
  days: z.int(),
});
export type UnsettledView = z.infer<typeof UnsettledView>;

/** What became of a row that was matched again; `why` where it still does not fit. */
export const MatchedAgainView = z.object({
  outcome: z.enum(SETTLEMENT_OUTCOMES),
  why: z.string().nullable(),
  review: ReviewView,
});
export type MatchedAgainView = z.infer<typeof MatchedAgainView>;

/** As the page's form sends it; `back` is the list that it stands in. */
export const MatchAgainForm = z.object({
  review_id: z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  back: z.string().max(500),
});
