import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { products } from "@/db/schema/catalog";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { orders } from "@/db/schema/orders";
import { STOCK_CHANGE_KINDS } from "@/lib/stock/model";

export const stockChangeKindEnum = pgEnum("stock_change_kind", STOCK_CHANGE_KINDS);

/**
 * Append-only, and filled by a trigger on the products: whatever changes how many pieces there are, in stock and sold
 * together, is one row, also a change by hand. Who and why stand in the transaction's `sauda.stock_change`.
 */
export const stockChanges = pgTable(
  "stock_changes",
  {
    id: idColumn(),
    productId: refColumn()
      .notNull()
      .references(() => products.id),
    pieces: integer().notNull(),
    stockAfter: integer().notNull(),
    kind: stockChangeKindEnum().notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    orderId: refColumn().references(() => orders.id),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    check("stock_changes_of_some_pieces", sql`${t.pieces} <> 0`),
    index("stock_changes_product_id").on(t.productId, t.id),
    index("stock_changes_order_id")
      .on(t.orderId)
      .where(sql`${t.orderId} is not null`),
  ],
);
