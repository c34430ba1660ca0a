import { sql } from "drizzle-orm";
import { categories, products } from "@/db/schema/catalog";
import { exportOf, type ExportOf, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";
import { matchesProduct } from "@/lib/products/queries";

const COLUMNS = [
  ["item_code", "text", products.itemCode],
  ["name", "text", products.name],
  ["name_ur", "text", products.nameUr],
  ["description", "text", products.description],
  ["description_ur", "text", products.descriptionUr],
  ["category", "text", categories.slug],
  ["price", "money", products.pricePaisa],
  ["stock", "number", products.stock],
  ["keywords", "text", products.keywords],
  ["group_code", "text", products.groupCode],
  ["option_name", "text", products.optionName],
  ["option_name_ur", "text", products.optionNameUr],
  ["is_active", "text", products.isActive],
  ["image_url", "text", products.imageUrl],
] as const;

/** The catalogue, or what the filters of its list leave of it, in the columns that an import reads. */
export const productsExport = (filters: ExportFilters<"products">): ExportOf =>
  exportOf(
    COLUMNS,
    sql`from ${products} join ${categories} on ${categories.id} = ${products.categoryId}
      ${whereAll(matchesProduct(filters))} order by ${products.id}`,
  );
