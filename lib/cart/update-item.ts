import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { type CartItemRow, cartItemView } from "@/lib/cart/cart-item-view";
import { expireItems } from "@/lib/cart/expire-items";
import { expiryCutoff } from "@/lib/cart/model";
import { CATALOGUE_COLUMNS } from "@/lib/cart/queries";
import { refuseLine } from "@/lib/cart/refuse-line";
import type { CartItemView, UpdateItemInput } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import { type Paisa, readAmount } from "@/lib/shared/money";

type Input = {
  userId: number;
  itemId: number;
  quantity: number | null;
  notes: string | null;
  seenPrice: Paisa | null;
  now: Date;
  cutoff: Date;
};

const UPDATE_LINE = statement<Input, CartItemRow>(
  ({ userId, itemId, quantity, notes, seenPrice, now, cutoff }) => sql`
    update ${cartItems} as line set
      quantity = coalesce(${quantity}::int, line.quantity),
      notes = coalesce(${notes}::text, line.notes),
      seen_price_paisa = coalesce(${seenPrice}::bigint, line.seen_price_paisa),
      updated_at = ${now}
    from ${carts}, ${products}
    where line.id = ${itemId} and line.is_active and line.created_at > ${cutoff}
      and ${carts.id} = line.cart_id and ${carts.userId} = ${userId} and ${products.id} = line.product_id
      and (${quantity}::int is null or (${products.isActive} and ${products.stock} >= ${quantity}::int))
    returning line.*, ${CATALOGUE_COLUMNS}`,
);

/** Sets quantity, notes or the price agreed to of a line of one's own that is live; what is not named stays. */
export async function updateItem(ctx: UserCtx, { itemId, ...input }: UpdateItemInput): Promise<CartItemView> {
  const { db, now, actor } = ctx;
  const cutoff = expiryCutoff(now, env().cartExpiryHours);
  const quantity = input.quantity ?? null;
  const [row] = await UPDATE_LINE(db, {
    userId: actor.userId,
    itemId,
    quantity,
    notes: input.notes ?? null,
    seenPrice: input.seen_unit_price === undefined ? null : readAmount(input.seen_unit_price),
    now,
    cutoff,
  });
  if (row) return cartItemView(row, now);
  await expireItems(ctx, { userId: actor.userId });
  return refuseLine(db, actor.userId, { itemId }, quantity ?? 1);
}
