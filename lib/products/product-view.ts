import type { products } from "@/db/schema/catalog";
import type { ProductFields } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";
import { formatAmount } from "@/lib/shared/money";

type ProductRow = typeof products.$inferSelect;

/** What may be changed of a product, as it stands. */
export const fieldsOf = (product: ProductRow, category: string): ProductFields => ({
  name: product.name,
  name_ur: product.nameUr,
  description: product.description,
  description_ur: product.descriptionUr,
  category,
  price: formatAmount(product.pricePaisa),
  keywords: product.keywords,
  group_code: product.groupCode ?? "",
  option_name: product.optionName,
  option_name_ur: product.optionNameUr,
  is_active: product.isActive,
  image_url: product.imageUrl ?? "",
});

/** A product as those see it who look after it. */
export const productView = (product: ProductRow, category: string): ManagedProductView => ({
  item_code: product.itemCode,
  ...fieldsOf(product, category),
  stock: product.stock,
  sold: product.sold,
  updated_at: product.updatedAt.toISOString(),
});
