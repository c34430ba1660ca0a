import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { products } from "@/db/schema/catalog";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";
import { LINE_ENDS } from "@/lib/cart/model";

export const lineEndEnum = pgEnum("cart_line_end", LINE_ENDS);

export const carts = pgTable(
  "carts",
  {
    id: idColumn(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [unique("carts_one_per_user").on(t.userId)],
);

/** A line is never deleted: removed, ordered and expired ones stay, inactive. Price and name are the catalogue's. */
export const cartItems = pgTable(
  "cart_items",
  {
    id: idColumn(),
    cartId: refColumn()
      .notNull()
      .references(() => carts.id),
    productId: refColumn()
      .notNull()
      .references(() => products.id),
    quantity: integer().notNull(),
    notes: text().notNull().default(""),
    /** The price that its owner last saw and agreed to; another one of the catalogue is told, old and new. */
    seenPricePaisa: paisaColumn(),
    isActive: boolean().notNull().default(true),
    endedAs: lineEndEnum(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [
    uniqueIndex("cart_items_one_line_per_product")
      .on(t.cartId, t.productId)
      .where(sql`${t.isActive}`),
    check("cart_items_quantity_in_range", sql`${t.quantity} between 1 and 1000`),
    index("cart_items_cart_id").on(t.cartId),
    index("cart_items_product_id").on(t.productId),
    index("cart_items_created_at").on(t.createdAt, t.cartId),
    index("cart_items_expired")
      .on(t.updatedAt)
      .where(sql`${t.endedAs} = 'expired'`),
    index("cart_items_to_expire")
      .on(t.createdAt)
      .where(sql`${t.isActive}`),
  ],
);
