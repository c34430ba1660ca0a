import { and, eq, type SQL, sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { orderItems, orders, orderStatusHistory } from "@/db/schema/orders";
import { stockChanges } from "@/db/schema/stock";
import { betweenDays, exportOf, type ExportOf, selected, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";
import type { StockChangeKind } from "@/lib/stock/model";

const PRODUCT = [
  ["product_item_code", "text", products.itemCode],
  ["product_name", "text", products.name],
] as const;

const CHANGES = [
  ["created_at", "time", stockChanges.createdAt],
  ...PRODUCT,
  ["pieces", "number", stockChanges.pieces],
  ["kind", "text", sql`${stockChanges.kind}::text`],
  ["reason", "text", stockChanges.reason],
  ["order_number", "text", orders.orderNumber],
  ["by", "text", stockChanges.actor],
] as const;

const TAKES = sql`case when ${orderStatusHistory.toStatus} = 'cancelled' then 1 else -1 end`;

const MOVES = [
  ["created_at", "time", orderStatusHistory.createdAt],
  ...PRODUCT,
  ["pieces", "number", sql`${TAKES} * ${orderItems.quantity}`],
  ["kind", "text", sql`'order'`],
  ["reason", "text", sql`case when ${orderStatusHistory.toStatus} = 'cancelled' then 'cancelled' else 'ordered' end`],
  ["order_number", "text", orders.orderNumber],
  ["by", "text", orderStatusHistory.actor],
] as const;

/** Only these steps of an order move pieces: it is made, it is cancelled, it stands again. */
const MOVES_PIECES = sql`(${orderStatusHistory.fromStatus} is null or ${orderStatusHistory.toStatus} = 'cancelled'
  or ${orderStatusHistory.fromStatus} = 'cancelled')`;

/**
 * What went into and out of the stock: first what people changed, then what orders took and gave back. What was lost
 * with a parcel is in both, once back and once lost, so that the pieces add up to the stock.
 */
export function stockExport({ product, kind, ...days }: ExportFilters<"stock">): ExportOf {
  const ofProduct = product ? eq(products.itemCode, product) : undefined;
  const ofKind = kind && kind !== "order" ? eq(stockChanges.kind, kind satisfies StockChangeKind) : undefined;
  const nothing: SQL = sql`false`;
  const changes = and(betweenDays(stockChanges.createdAt, days), ofProduct, kind === "order" ? nothing : ofKind);
  const moves = and(
    MOVES_PIECES,
    betweenDays(orderStatusHistory.createdAt, days),
    ofProduct,
    kind && kind !== "order" ? nothing : undefined,
  );
  return {
    ...exportOf(CHANGES, sql``),
    query: sql`
      (select ${selected(CHANGES)} from ${stockChanges}
        join ${products} on ${products.id} = ${stockChanges.productId}
        left join ${orders} on ${orders.id} = ${stockChanges.orderId}
        ${whereAll(changes)} order by ${stockChanges.id})
      union all
      (select ${selected(MOVES)} from ${orderStatusHistory}
        join ${orders} on ${orders.id} = ${orderStatusHistory.orderId}
        join ${orderItems} on ${orderItems.orderId} = ${orders.id}
        join ${products} on ${products.id} = ${orderItems.productId}
        ${whereAll(moves)} order by ${orderStatusHistory.id}, ${orderItems.id})`,
  };
}
