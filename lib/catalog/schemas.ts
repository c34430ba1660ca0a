import { z } from "zod";
import { amountView, PageQuery, textField } from "@/lib/shared/fields";

export const PRODUCT_ORDERINGS = ["name", "-name", "unit_price", "-unit_price", "newest"] as const;

export const ListProductsQuery = PageQuery.extend({
  search: textField(100).optional(),
  category: textField(64).optional(),
  ordering: z.enum(PRODUCT_ORDERINGS).optional(),
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
});
export type ProductView = z.infer<typeof ProductView>;
