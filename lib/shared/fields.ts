import { z } from "zod";
import { readMobile } from "@/lib/shared/phone";

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Free text of a person: trimmed, bounded, without control characters. */
export const textField = (most: number) =>
  z
    .string("must be text")
    .trim()
    .max(most, `takes at most ${most} characters`)
    .refine((text) => !CONTROL.test(text), "has a character that cannot be stored")
    .refine((text) => !/\p{Surrogate}/u.test(text), "has a broken character");

export const requiredText = (most: number, message: string) =>
  textField(most).refine((text) => text.length > 0, message);

export const wholeNumber = (least: number, most: number) =>
  z.int(`must be a whole number`).min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

/** A Pakistani mobile number in any common form, kept as 03XXXXXXXXX. */
export const mobileField = z
  .string("must be text")
  .transform((text) => readMobile(text) ?? "")
  .refine((mobile) => mobile !== "", "must be a mobile number like 0300 1234567");

export const amountField = z
  .string('must be a decimal string like "1500.00"')
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'must be a decimal string like "1500.00"');

/** A day of Pakistan's calendar, like `2026-11-25`. */
export const dayField = z.iso
  .date("must be a day like 2026-11-25")
  .refine((day) => day >= "2000-01-01" && day <= "2100-12-31", "must be a day of this century");

/** JSON in a form's field, by the schema of what is in it. */
export const jsonField = <S extends z.ZodType>(schema: S) =>
  z
    .string("must be JSON")
    .transform((text, check) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        check.addIssue({ code: "custom", message: "must be JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What tells one opened form from all others. */
export const formKeyField = z.string().regex(/^[\w-]{8,100}$/);

export const timeView = z.iso.datetime();
export const amountView = z.string().meta({ example: "1500.00" });

const digits = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .pipe(wholeNumber(least, most));

/** What every list takes in its query. */
export const PageQuery = z.object({
  page: digits(1, 1_000_000).default(1),
  page_size: digits(1, 100).default(20),
});
