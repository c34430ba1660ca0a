import { sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { orderItems } from "@/db/schema/orders";
import { statement } from "@/db/statement";

/**
 * What is written is reckoned from the stock read under the lock: a row's check is made on the statement's own snapshot
 * first, and would refuse what has come back meanwhile.
 */
const LOCKED_LINES = (orderId: unknown) => sql`
  select ${products.id}, ${products.stock}, ${orderItems.quantity}
  from ${products} join ${orderItems} on ${orderItems.productId} = ${products.id}
  where ${orderItems.orderId} = ${orderId}
  order by ${products.id} for no key update of ${products}`;

/** Gives an order's stock back. */
export const returnStock = statement<{ orderId: number; now: Date }, { id: number }>(
  ({ orderId, now }) => sql`
    with line as (${LOCKED_LINES(orderId)})
    update ${products} as product set stock = line.stock + line.quantity, updated_at = ${now}
    from line where product.id = line.id
    returning product.id`,
);

/** Takes an order's stock once more, all of it or none: without rows it was not to be had. */
export const retakeStock = statement<{ orderId: number; now: Date }, { id: number }>(
  ({ orderId, now }) => sql`
    with line as (${LOCKED_LINES(orderId)})
    update ${products} as product set stock = line.stock - line.quantity, updated_at = ${now}
    from line where product.id = line.id and (select bool_and(stock >= quantity) from line)
    returning product.id`,
);
