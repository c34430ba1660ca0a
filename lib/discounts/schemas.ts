import { z } from "zod";
import { amountField, amountView, jsonField, textField, timeView, wholeNumber } from "@/lib/shared/fields";
import { formatAmount, readAmount, ZERO } from "@/lib/shared/money";

const MOST_USES = 1_000_000_000;

const code = textField(40).regex(/^[\p{L}\p{N}_-]+$/u, "is of letters, digits and dashes");
const amount = amountField
  .transform((text) => formatAmount(readAmount(text) ?? ZERO))
  .refine((text) => text !== "0.00", "must be more than nothing");
const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => text >= "2000" && text < "2101", "must be a time of this century");

const TERMS = {
  percent: wholeNumber(1, 100).nullable(),
  amount: amount.nullable(),
  starts_at: moment.nullable(),
  ends_at: moment.nullable(),
  max_uses: wholeNumber(1, MOST_USES).nullable(),
  max_uses_per_user: wholeNumber(1, MOST_USES).nullable(),
  is_active: z.boolean(),
};

/** What an administrator may decide of a code, as the API says it. */
export const CodeTerms = z.object(TERMS);
export type CodeTerms = z.infer<typeof CodeTerms>;

export const CreateCodeInput = z.object({
  code,
  percent: TERMS.percent.default(null),
  amount: TERMS.amount.default(null),
  starts_at: TERMS.starts_at.default(null),
  ends_at: TERMS.ends_at.default(null),
  max_uses: TERMS.max_uses.default(null),
  max_uses_per_user: TERMS.max_uses_per_user.default(null),
  is_active: TERMS.is_active.default(true),
});
export type CreateCodeInput = z.infer<typeof CreateCodeInput>;

const SEEN = z
  .object({ ...TERMS, amount: z.string().nullable(), starts_at: z.string().nullable(), ends_at: z.string().nullable() })
  .partial();

/** Each changed term names in `seen` what it was. */
export const ChangeCodeInput = CodeTerms.partial()
  .extend({ seen: SEEN.default({}) })
  .refine(({ seen, ...terms }) => Object.keys(terms).every((term) => term in seen), {
    path: ["seen"],
    message: "say what each changed term was before",
  });

export const CodeView = CodeTerms.extend({
  id: z.int(),
  code: z.string(),
  uses: z.int(),
  amount: amountView.nullable(),
  starts_at: timeView.nullable(),
  ends_at: timeView.nullable(),
});
export type CodeView = z.infer<typeof CodeView>;

const orNull = <S extends z.ZodType>(schema: S) => schema.optional().transform((value) => value ?? null);
const typedCount = (most: number) =>
  z
    .string()
    .transform((text) => Number(text.replace(/[,\s]/g, "") || Number.NaN))
    .pipe(wholeNumber(1, most));
const typedAmount = z
  .string()
  .transform((text) => text.replace(/^\s*rs\.?|[\s,]/gi, ""))
  .pipe(amount);

/** A day and hour on Pakistan's clock, as a browser's field says it. */
const typedMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
  .transform((text) => `${text.slice(0, 16)}:00+05:00`)
  .pipe(moment);

const FORM = {
  percent: orNull(typedCount(100)),
  amount: orNull(typedAmount),
  starts_at: orNull(typedMoment),
  ends_at: orNull(typedMoment),
  max_uses: orNull(typedCount(MOST_USES)),
  max_uses_per_user: orNull(typedCount(MOST_USES)),
  is_active: z.string().optional().transform(Boolean),
};

export const CreateCodeForm = z.object({ ...FORM, code });

export const ChangeCodeForm = z.object({
  ...FORM,
  code_id: z.coerce.number().pipe(z.int()),
  seen: jsonField(SEEN),
});
