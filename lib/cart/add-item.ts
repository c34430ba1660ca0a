import { sql } from "drizzle-orm";
import { brokenConstraint } from "@/db/broken-constraint";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { idempotencyKeys } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import { type CartItemRow, cartItemView } from "@/lib/cart/cart-item-view";
import { ADD_ROUTE, findAddedItem, type RequestOnce } from "@/lib/cart/find-added-item";
import { expiryCutoff, MAX_QUANTITY } from "@/lib/cart/model";
import { followGuest } from "@/lib/cart/follow-guest";
import { refuseLine } from "@/lib/cart/refuse-line";
import type { AddItemInput, CartItemView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";

type Input = {
  userId: number;
  itemCode: string;
  quantity: number;
  notes: string | null;
  key: string | null;
  bodyHash: string | null;
  now: Date;
  cutoff: Date;
};

/**
 * The cart's own row comes first, so that whoever is placing an order from this cart is waited for;
 * `done` makes the expired line of the product leave before the new one comes. A key that was used before, or is
 * being used, undoes this whole statement by its constraint.
 */
const ADD_LINE = statement<Input, CartItemRow & { isNew: boolean }>(
  ({ userId, itemCode, quantity, notes, key, bodyHash, now, cutoff }) => sql`
    with cart as (
      insert into ${carts} (user_id, created_at, updated_at) values (${userId}, ${now}, ${now})
      on conflict (user_id) do update set updated_at = excluded.updated_at
      returning id
    ), expired as (
      update ${cartItems} set is_active = false, ended_as = 'expired', updated_at = ${now}
      from cart where cart_id = cart.id and is_active and ${cartItems.createdAt} <= ${cutoff}
      returning cart_id
    ), product as (
      select id, item_code, name, name_ur, image_url, price_paisa, stock as available from ${products}
      where item_code = ${itemCode} and is_active and stock >= ${quantity}::int
    ), line as (
      insert into ${cartItems} as line (cart_id, product_id, quantity, notes, seen_price_paisa, created_at, updated_at)
      select cart.id, product.id, ${quantity}, coalesce(${notes}::text, ''), product.price_paisa, ${now}, ${now}
      from cart, product, (select count(*) from expired) as done
      on conflict (cart_id, product_id) where is_active do update set
        quantity = line.quantity + excluded.quantity,
        notes = coalesce(${notes}::text, line.notes),
        seen_price_paisa = excluded.seen_price_paisa,
        updated_at = excluded.updated_at
      where line.quantity + excluded.quantity
        <= least(${sql.raw(String(MAX_QUANTITY))}, (select stock from ${products} where id = excluded.product_id))
      returning *, xmax = 0 as is_new
    ), used as (
      insert into ${idempotencyKeys} (user_id, route, key, body_hash, result_id, result_status, created_at)
      select ${userId}, ${ADD_ROUTE}, ${key}, ${bodyHash}, line.id, 200, ${now} from line where ${key}::text is not null
    )
    select line.*, product.item_code, product.name, product.name_ur, product.image_url, product.price_paisa,
      product.available
    from line, product`,
);

export type AddedItem = { item: CartItemView; isNew: boolean };

/**
 * Puts a product in the cart, or more of it; price and name are the catalogue's. Holds no stock. The same request sent
 * `once` more, however often and at whatever moment, adds nothing and answers with the line.
 */
export async function addItem(ctx: UserCtx, input: AddItemInput, once?: RequestOnce): Promise<AddedItem> {
  const { db, now, actor } = ctx;
  const adding = ADD_LINE(db, {
    userId: actor.userId,
    itemCode: input.product_item_code,
    quantity: input.quantity,
    notes: input.notes ?? null,
    key: once?.key ?? null,
    bodyHash: once?.bodyHash ?? null,
    now,
    cutoff: expiryCutoff(now, env().cartExpiryHours),
  });
  const [row] = await adding.catch((thrown: unknown) => {
    if (brokenConstraint(thrown) === "idempotency_keys_one_use") return [];
    throw thrown;
  });
  if (row && actor.isGuest) await followGuest(ctx);
  if (row) return { item: cartItemView(row, now), isNew: row.isNew };
  const before = once && (await findAddedItem(ctx, once));
  if (before) return { item: before, isNew: false };
  return refuseLine(db, actor.userId, { itemCode: input.product_item_code }, input.quantity);
}
