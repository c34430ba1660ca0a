import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";

export const categories = pgTable(
  "categories",
  {
    id: idColumn(),
    slug: text().notNull(),
    name: text().notNull(),
    nameUr: text().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [unique("categories_unique_slug").on(t.slug)],
);

export const products = pgTable(
  "products",
  {
    id: idColumn(),
    itemCode: text().notNull(),
    name: text().notNull(),
    nameUr: text().notNull(),
    description: text().notNull().default(""),
    descriptionUr: text().notNull().default(""),
    categoryId: refColumn()
      .notNull()
      .references(() => categories.id),
    pricePaisa: paisaColumn().notNull(),
    stock: integer().notNull().default(0),
    /** Pieces in orders that stand: what is taken from the stock is added here, and goes back from here. */
    sold: integer().notNull().default(0),
    imageUrl: text(),
    isActive: boolean().notNull().default(true),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [
    unique("products_unique_item_code").on(t.itemCode),
    check("products_stock_not_negative", sql`${t.stock} >= 0`),
    check("products_price_in_range", sql`${t.pricePaisa} between 1 and 10000000000`),
    index("products_category_id").on(t.categoryId),
    index("products_by_price").on(t.pricePaisa, t.id),
    index("products_by_name").on(sql`lower(${t.name})`, t.id),
  ],
);
