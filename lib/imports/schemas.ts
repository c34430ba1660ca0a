import { z } from "zod";
import { ROW_PROBLEMS } from "@/lib/imports/model";
import { itemCodeField, PRODUCT_FIELD } from "@/lib/products/schemas";
import { wholeNumber } from "@/lib/shared/fields";
import { MOST_STOCK } from "@/lib/stock/model";

const YES = ["true", "yes", "1"];
const NO = ["false", "no", "0"];

/** A row of an imported file. What is left empty is empty, and a column that is not there changes nothing. */
export const ImportRow = z
  .object({
    ...PRODUCT_FIELD,
    item_code: itemCodeField,
    stock: z
      .string()
      .regex(/^\d{1,10}$/, "must be a whole number")
      .transform(Number)
      .pipe(wholeNumber(0, MOST_STOCK)),
    is_active: z
      .string()
      .transform((text) => text.toLowerCase())
      .refine((text) => YES.includes(text) || NO.includes(text), "must be true or false")
      .transform((text) => YES.includes(text)),
  })
  .partial()
  .required({ item_code: true });
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportQuery = z.object({
  dry_run: z
    .enum(["true", "false", "1", "0"])
    .default("true")
    .transform((text) => text === "true" || text === "1"),
  plan: z.string().max(64).optional(),
  back: z.string().max(500).optional(),
});

export const ImportStagedInput = z.object({ plan: z.string().max(64) });

export const ImportStagedForm = ImportStagedInput.extend({ import_id: z.coerce.number().pipe(z.int()) });

const PLAN_ROW_KINDS = ["new", "changed"] as const;

const planValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What an import would do: its hash is that of every change, of which the first are shown. */
export const ImportPlanView = z.object({
  plan: z.string(),
  counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
  rows: z.array(
    z.object({
      row: z.int(),
      item_code: z.string(),
      kind: z.enum(PLAN_ROW_KINDS),
      changes: z.record(z.string(), z.tuple([planValue, planValue])),
    }),
  ),
  wrong: z.array(
    z.object({
      row: z.int(),
      item_code: z.string(),
      code: z.enum(ROW_PROBLEMS),
      field: z.string().optional(),
      said: z.string().optional(),
      expected: z.string().optional(),
      message: z.string(),
    }),
  ),
});
export type ImportPlanView = z.infer<typeof ImportPlanView>;
