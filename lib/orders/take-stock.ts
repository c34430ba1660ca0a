import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { orderItems } from "@/db/schema/orders";
import { statement } from "@/db/statement";

const LOCKED_LINES = (orderId: unknown) => sql`
  select ${products.id}, ${products.stock}, ${orderItems.quantity}
  from ${products} join ${orderItems} on ${orderItems.productId} = ${products.id}
  where ${orderItems.orderId} = ${orderId}
  order by ${products.id} for no key update of ${products}`;

/** Gives an order's stock back. */
export const returnStock = statement<{ orderId: number; now: Date }, { id: number }>(
  ({ orderId, now }) => sql`
    with line as (${LOCKED_LINES(orderId)})
    update ${products} as product set stock = product.stock + line.quantity, updated_at = ${now}
    from line where product.id = line.id
    returning product.id`,
);

/** Takes an order's stock once more, all of it or none: without rows it was not to be had. */
export const retakeStock = statement<{ orderId: number; now: Date }, { id: number }>(
  ({ orderId, now }) => sql`
    with line as (${LOCKED_LINES(orderId)})
    update ${products} as product set stock = product.stock - line.quantity, updated_at = ${now}
    from line where product.id = line.id and (select bool_and(stock >= quantity) from line)
    returning product.id`,
);

/** Names what cannot be had, for the refusal. */
export async function listShortages(db: Database, lines: readonly { productId: number; quantity: number }[]) {
  const ids = lines.map((line) => line.productId);
  const found = await db
    .select({
      id: products.id,
      itemCode: products.itemCode,
      name: products.name,
      stock: products.stock,
      isActive: products.isActive,
    })
    .from(products)
    .where(sql`${products.id} = any(${sql.param(ids)}::bigint[])`);
  return found.flatMap((product) => {
    const wanted = lines.find((line) => line.productId === product.id)?.quantity ?? 0;
    if (product.isActive && product.stock >= wanted) return [];
    return [
      {
        product_item_code: product.itemCode,
        product_name: product.name,
        available: product.isActive ? product.stock : 0,
        is_active: product.isActive,
      },
    ];
  });
}
