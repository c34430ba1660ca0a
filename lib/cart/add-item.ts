import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { type CartItemRow, cartItemView } from "@/lib/cart/cart-item-view";
import { expiryCutoff, MAX_QUANTITY } from "@/lib/cart/model";
import { refuseLine } from "@/lib/cart/refuse-line";
import type { AddItemInput, CartItemView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";

type Input = {
  userId: number;
  itemCode: string;
  quantity: number;
  notes: string | null;
  now: Date;
  cutoff: Date;
};

/**
 * The cart's own row comes first, so that whoever is placing an order from this cart is waited for;
 * `done` makes the expired line of the product leave before the new one comes.
 */
const ADD_LINE = statement<Input, CartItemRow & { isNew: boolean }>(
  ({ userId, itemCode, quantity, notes, now, cutoff }) => sql`
    with cart as (
      insert into ${carts} (user_id, created_at, updated_at) values (${userId}, ${now}, ${now})
      on conflict (user_id) do update set updated_at = excluded.updated_at
      returning id
    ), expired as (
      update ${cartItems} set is_active = false, ended_as = 'expired', updated_at = ${now}
      from cart where cart_id = cart.id and is_active and ${cartItems.createdAt} <= ${cutoff}
      returning cart_id
    ), product as (
      select id, item_code, name, price_paisa from ${products}
      where item_code = ${itemCode} and is_active and stock >= ${quantity}::int
    ), line as (
      insert into ${cartItems} as line (cart_id, product_id, quantity, notes, created_at, updated_at)
      select cart.id, product.id, ${quantity}, coalesce(${notes}::text, ''), ${now}, ${now}
      from cart, product, (select count(*) from expired) as done
      on conflict (cart_id, product_id) where is_active do update set
        quantity = line.quantity + excluded.quantity,
        notes = coalesce(${notes}::text, line.notes),
        updated_at = excluded.updated_at
      where line.quantity + excluded.quantity
        <= least(${sql.raw(String(MAX_QUANTITY))}, (select stock from ${products} where id = excluded.product_id))
      returning *, xmax = 0 as is_new
    )
    select line.*, product.item_code, product.name, product.price_paisa from line, product`,
);

/** Puts a product in the cart, or more of it; price and name are the catalogue's. Holds no stock. */
export async function addItem(
  { db, now, actor }: UserCtx,
  input: AddItemInput,
): Promise<{ item: CartItemView; isNew: boolean }> {
  const [row] = await ADD_LINE(db, {
    userId: actor.userId,
    itemCode: input.product_item_code,
    quantity: input.quantity,
    notes: input.notes ?? null,
    now,
    cutoff: expiryCutoff(now, env().cartExpiryHours),
  });
  if (!row) return refuseLine(db, actor.userId, { itemCode: input.product_item_code }, input.quantity);
  return { item: cartItemView(row, now), isNew: row.isNew };
}
