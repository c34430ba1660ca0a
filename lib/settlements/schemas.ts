import { z } from "zod";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { isNeeded, SETTLEMENT_FIELDS, SETTLEMENT_OUTCOMES, SETTLEMENT_SOURCES } from "@/lib/settlements/model";
import { amountView, PageQuery, textField, timeView } from "@/lib/shared/fields";

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

export const ListRowsQuery = PageQuery.extend({ outcome: z.enum(SETTLEMENT_OUTCOMES).optional() });
export type ListRowsQuery = z.infer<typeof ListRowsQuery>;

export const ListUnsettledQuery = PageQuery.extend({ source: source.default("gateway") });
export type ListUnsettledQuery = z.infer<typeof ListUnsettledQuery>;

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
