import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { type CartItemRow, cartItemView } from "@/lib/cart/cart-item-view";
import { expiryCutoff } from "@/lib/cart/model";
import { CATALOGUE_COLUMNS } from "@/lib/cart/queries";
import type { CartView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import { addPaisa, formatAmount, timesPaisa } from "@/lib/shared/money";

type CartRow = { cartId: number; cartCreatedAt: Date; cartUpdatedAt: Date };
type Row = CartRow & (CartItemRow | { [K in keyof CartItemRow]: null });

const READ_CART = statement<{ userId: number; now: Date; cutoff: Date }, Row>(
  ({ userId, now, cutoff }) => sql`
    with expired as (
      update ${cartItems} set is_active = false, ended_as = 'expired', updated_at = ${now}
      from ${carts} where ${carts.userId} = ${userId} and cart_id = ${carts.id} and is_active
        and ${cartItems.createdAt} <= ${cutoff}
    )
    select ${carts.id} as cart_id, ${carts.createdAt} as cart_created_at, ${carts.updatedAt} as cart_updated_at,
      line.*, ${CATALOGUE_COLUMNS}
    from ${carts}
    left join ${cartItems} as line on line.cart_id = ${carts.id} and line.is_active and line.created_at > ${cutoff}
    left join ${products} on ${products.id} = line.product_id
    where ${carts.userId} = ${userId}
    order by line.id`,
);

/** One's own cart, made at its first use. What has expired is set inactive by this very look. */
export async function getCart(ctx: UserCtx): Promise<CartView> {
  const { db, now, actor } = ctx;
  const rows = await READ_CART(db, { userId: actor.userId, now, cutoff: expiryCutoff(now, env().cartExpiryHours) });
  const [cart] = rows;
  if (!cart) {
    await db.insert(carts).values({ userId: actor.userId, createdAt: now, updatedAt: now }).onConflictDoNothing();
    return getCart(ctx);
  }
  const lines = rows.flatMap((row) => (row.id === null ? [] : [row]));
  return {
    id: cart.cartId,
    user_id: actor.userId,
    items: lines.map((line) => cartItemView(line, now)),
    total_items: lines.length,
    total_quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    cart_total: formatAmount(addPaisa(...lines.map((line) => timesPaisa(line.pricePaisa, line.quantity)))),
    created_at: cart.cartCreatedAt.toISOString(),
    updated_at: cart.cartUpdatedAt.toISOString(),
  };
}
