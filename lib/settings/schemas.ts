import { z } from "zod";
import { amountField, amountView, jsonField, wholeNumber } from "@/lib/shared/fields";

const MOST_ORDERS = 1000;
const MOST_DAYS = 90;
const MOST_PIECES = 100_000;

export const ChangeSettingsInput = z.object({
  cash_limit: amountField,
  open_cash_per_phone: wholeNumber(1, MOST_ORDERS).nullable(),
  cash_needs_call: z.boolean(),
  approval_above: amountField.nullable(),
  unsettled_after_days: wholeNumber(1, MOST_DAYS),
  low_stock_below: wholeNumber(0, MOST_PIECES),
});
export type ChangeSettingsInput = z.infer<typeof ChangeSettingsInput>;

export const SettingsView = z.object({
  cash_limit: amountView,
  open_cash_per_phone: z.int().nullable(),
  cash_needs_call: z.boolean(),
  approval_above: amountView.nullable(),
  unsettled_after_days: z.int(),
  low_stock_below: z.int(),
});
export type SettingsView = z.infer<typeof SettingsView>;

const wholeText = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .pipe(wholeNumber(least, most));

const rupeesText = z
  .string()
  .transform((text) => text.replace(/[,\s]/g, ""))
  .pipe(amountField);

const orNull = <S extends z.ZodType>(schema: S) => schema.optional().transform((value) => value ?? null);

/** The same as its form sends it, with what it showed before: what is left empty is no limit. */
export const SettingsForm = z.object({
  seen: jsonField(SettingsView.partial()),
  password: z.string().max(128).optional(),
  cash_limit: rupeesText,
  open_cash_per_phone: orNull(wholeText(1, MOST_ORDERS)),
  cash_needs_call: z.string().optional().transform(Boolean),
  approval_above: orNull(rupeesText),
  unsettled_after_days: wholeText(1, MOST_DAYS),
  low_stock_below: wholeText(0, MOST_PIECES),
});
