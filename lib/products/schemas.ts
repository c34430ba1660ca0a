import { z } from "zod";
import { PRODUCT_SHELVES, type ProductFields, UPLOADED } from "@/lib/products/model";
import {
  amountField,
  amountView,
  formKeyField,
  PageQuery,
  requiredText,
  textField,
  wholeNumber,
} from "@/lib/shared/fields";
import { formatAmount, readAmount } from "@/lib/shared/money";
import { MOST_STOCK } from "@/lib/stock/model";

export const LEAST_PRICE = 1;
export const MOST_PRICE = 10_000_000_000;

const inPaisa = (text: string) => readAmount(text) ?? 0;

const priceField = amountField
  .refine((text) => inPaisa(text) >= LEAST_PRICE && inPaisa(text) <= MOST_PRICE, "is between 0.01 and 100000000.00")
  .transform((text) => formatAmount(readAmount(text) ?? (LEAST_PRICE as never)));

export const itemCodeField = textField(64)
  .regex(/^[A-Za-z0-9][\w.-]*$/, "is of letters, digits, dots and dashes")
  .refine((code) => !/\.(svg|png|jpg|webp|avif|ico|txt|xml|woff2|webmanifest)$/i.test(code), "looks like a file");
const groupCode = textField(64).regex(/^[\w.-]*$/, "is of letters, digits, dots and dashes");

/** Lines end in one way, however a form or a file ends them. */
const longText = textField(5000).transform((text) => text.replaceAll("\r\n", "\n"));

/** What may be written in each field of a product. */
export const PRODUCT_FIELD = {
  name: requiredText(200, "say a name"),
  name_ur: requiredText(200, "say the name in Urdu"),
  description: longText,
  description_ur: longText,
  category: requiredText(64, "choose a category"),
  price: priceField,
  keywords: textField(500),
  group_code: groupCode,
  option_name: textField(60),
  option_name_ur: textField(60),
  is_active: z.boolean(),
  image_url: z.string().max(500),
};

const ProductFieldsInput = z.object({
  ...PRODUCT_FIELD,
  description: PRODUCT_FIELD.description.default(""),
  description_ur: PRODUCT_FIELD.description_ur.default(""),
  keywords: PRODUCT_FIELD.keywords.default(""),
  group_code: PRODUCT_FIELD.group_code.default(""),
  option_name: PRODUCT_FIELD.option_name.default(""),
  option_name_ur: PRODUCT_FIELD.option_name_ur.default(""),
  is_active: PRODUCT_FIELD.is_active.default(true),
  image_url: z.literal("").or(z.string().regex(UPLOADED)).default(""),
});

export const CreateProductInput = ProductFieldsInput.extend({
  item_code: itemCodeField,
  stock: wholeNumber(0, MOST_STOCK).default(0),
});
export type CreateProductInput = z.infer<typeof CreateProductInput>;

const SEEN = z.object({ ...PRODUCT_FIELD, price: z.string(), category: z.string() }).partial();

const changed = z.object(PRODUCT_FIELD).partial();
const mustSeeWhatItChanges = (input: Partial<ProductFields> & { seen: object }) =>
  Object.entries(input).every(([field, value]) => field === "seen" || value === undefined || field in input.seen);

/** Each changed field names in `seen` what it was: what somebody else has changed meanwhile is never overwritten. */
export const ChangeProductInput = changed
  .extend({ seen: SEEN.default({}) })
  .refine(mustSeeWhatItChanges, { path: ["seen"], message: "say what each changed field was before" });
export type ChangeProductInput = z.infer<typeof ChangeProductInput>;

export const ManageProductsQuery = PageQuery.extend({
  search: textField(100).optional(),
  category: textField(64).optional(),
  show: z.enum(PRODUCT_SHELVES).optional(),
});
export type ManageProductsQuery = z.infer<typeof ManageProductsQuery>;

export const ManagedProductView = z.object({
  item_code: z.string(),
  name: z.string(),
  name_ur: z.string(),
  description: z.string(),
  description_ur: z.string(),
  category: z.string(),
  price: amountView,
  keywords: z.string(),
  group_code: z.string(),
  option_name: z.string(),
  option_name_ur: z.string(),
  is_active: z.boolean(),
  image_url: z.string(),
  stock: z.int(),
  sold: z.int(),
  updated_at: z.iso.datetime(),
});
export type ManagedProductView = z.infer<typeof ManagedProductView>;

export type ProductRowView = Omit<
  ManagedProductView,
  "description" | "description_ur" | "keywords" | "image_url" | "sold" | "updated_at"
>;

const typedAmount = z.string().transform((text) => text.replace(/^\s*rs\.?|[\s,]/gi, ""));
const typedPieces = z
  .string()
  .transform((text) => Number(text.replace(/[,\s]/g, "") || Number.NaN))
  .pipe(wholeNumber(0, MOST_STOCK));

const typedText = (field: z.ZodType<string>) => field.optional().transform((text) => text ?? "");
const ticked = z.string().optional().transform(Boolean);

/** What a product's form sends of it; a box that is not ticked and a text left empty are not sent at all. */
const FORM_FIELDS = {
  name: PRODUCT_FIELD.name,
  name_ur: PRODUCT_FIELD.name_ur,
  description: typedText(PRODUCT_FIELD.description),
  description_ur: typedText(PRODUCT_FIELD.description_ur),
  category: PRODUCT_FIELD.category,
  price: typedAmount.pipe(priceField),
  keywords: typedText(PRODUCT_FIELD.keywords),
  group_code: typedText(groupCode),
  option_name: typedText(PRODUCT_FIELD.option_name),
  option_name_ur: typedText(PRODUCT_FIELD.option_name_ur),
  is_active: ticked,
};

export const CreateProductForm = z.object({ ...FORM_FIELDS, item_code: itemCodeField, stock: typedPieces });

const seenText = z.string().transform((text, check) => {
  try {
    return z.object({ fields: SEEN, stock: z.int() }).parse(JSON.parse(text));
  } catch {
    check.addIssue({ code: "custom", message: "is not what was seen" });
    return z.NEVER;
  }
});

const COUNTED = {
  item_code: z.string(),
  form_key: formKeyField,
  stock: typedPieces,
  reason: typedText(textField(500)),
  seen: seenText,
};

export const ChangeProductForm = z.object({ ...FORM_FIELDS, ...COUNTED });

/** One row of the list: an administrator sends both, staff the stock alone. */
export const ProductRowForm = z.object({
  ...COUNTED,
  price: typedAmount.pipe(priceField).optional(),
  back: z.string().optional(),
});

export const RemovePictureForm = z.object({ item_code: z.string(), seen: z.string() });
