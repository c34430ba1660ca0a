import { z } from "zod";
import { amountField, amountView, PageQuery, textField } from "@/lib/shared/fields";
import { readAmount, ZERO } from "@/lib/shared/money";

export const PRODUCT_ORDERINGS = ["name", "-name", "unit_price", "-unit_price", "newest"] as const;

const priceField = amountField.transform((text) => readAmount(text) ?? ZERO);

export const ListProductsQuery = PageQuery.extend({
  search: textField(100).optional(),
  category: textField(64).optional(),
  ordering: z.enum(PRODUCT_ORDERINGS).optional(),
  price_from: priceField.optional(),
  price_to: priceField.optional(),
  in_stock: z
    .enum(["1", "true", "0", "false"])
    .transform((text) => text === "1" || text === "true")
    .optional(),
});
export type ListProductsQuery = z.infer<typeof ListProductsQuery>;

export const ProductView = z.object({
  item_code: z.string(),
  name: z.string(),
  unit_price: amountView,
  stock: z.int(),
  category: z.string(),
  image_url: z.string().nullable(),
  is_active: z.boolean(),
  group_code: z.string().nullable(),
  option_name: z.string(),
});
export type ProductView = z.infer<typeof ProductView>;

export type CategoryView = { slug: string; name: string; nameUr: string };

/** A product as a card of the shelf: it stands for its group, of which there are so many `options`. */
export type ProductCard = ProductView & { nameUr: string; optionNameUr: string; options: number; isFrom: boolean };

/** One of the sizes or weights in which a product is sold. */
export type ProductOption = { item_code: string; name: string; nameUr: string; stock: number; unit_price: string };

/** A product with all that its own page says. */
export type ProductDetail = ProductView & {
  nameUr: string;
  description: string;
  descriptionUr: string;
  optionNameUr: string;
  shelf: CategoryView;
  options: ProductOption[];
};

/** What a word that is still being typed may lead to. */
export const SuggestQuery = z.object({ q: textField(100) });

const SuggestionView = z.object({
  item_code: z.string(),
  name: z.string(),
  name_ur: z.string(),
  unit_price: amountView,
  image_url: z.string().nullable(),
});

export const SuggestionsView = z.object({
  categories: z.array(z.object({ slug: z.string(), name: z.string(), name_ur: z.string() })),
  results: z.array(SuggestionView),
});
export type SuggestionsView = z.infer<typeof SuggestionsView>;
