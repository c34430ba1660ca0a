import { sql } from "drizzle-orm";
import { categories, products } from "@/db/schema/catalog";
import { exportOf, type ExportOf } from "@/lib/exports/export-of";

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

/** The whole catalogue in the columns that an import reads. */
export const productsExport = (): ExportOf =>
  exportOf(
    COLUMNS,
    sql`from ${products} join ${categories} on ${categories.id} = ${products.categoryId} order by ${products.id}`,
  );
