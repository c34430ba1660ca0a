import { sql } from "drizzle-orm";
import { cartItems } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { idempotencyKeys } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import { type CartItemRow, cartItemView } from "@/lib/cart/cart-item-view";
import { CATALOGUE_COLUMNS } from "@/lib/cart/queries";
import type { CartItemView } from "@/lib/cart/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** What tells a request that is sent again from a new one. */
export type RequestOnce = { key: string; bodyHash: string };

/** The door whose keys these are. */
export const ADD_ROUTE = sql.raw("'cart/add_item'");

const FIND_LINE = statement<{ userId: number; key: string }, CartItemRow & { bodyHash: string }>(
  ({ userId, key }) => sql`
    select used.body_hash, line.*, ${CATALOGUE_COLUMNS}
    from ${idempotencyKeys} as used
    join ${cartItems} as line on line.id = used.result_id
    join ${products} on ${products.id} = line.product_id
    where used.user_id = ${userId} and used.route = ${ADD_ROUTE} and used.key = ${key}`,
);

/** The line that a request with this key made or added to, as it is now; null where the key is new. */
export async function findAddedItem({ db, now, actor }: UserCtx, once: RequestOnce): Promise<CartItemView | null> {
  const [row] = await FIND_LINE(db, { userId: actor.userId, key: once.key });
  if (!row) return null;
  if (row.bodyHash !== once.bodyHash) {
    throw new AppError("idempotency_key_reused", "This Idempotency-Key was sent before, with another request.");
  }
  return cartItemView(row, now);
}
