import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { nearestZone } from "@/lib/orders/find-delivery-rule";
import type { Paisa } from "@/lib/shared/money";

/** A live line of the cart with its product as it stands under the lock, and its city's delivery. */
export type LockedLine = {
  id: number;
  quantity: number;
  productId: number;
  itemCode: string;
  name: string;
  nameUr: string;
  pricePaisa: Paisa;
  stock: number;
  isActive: boolean;
  chargePaisa: Paisa | null;
  freeFromPaisa: Paisa | null;
};

/**
 * Locks a cart, its live lines and their products, the latter in the order of their ids. Changes nothing: a statement
 * that also took the stock would go by the products' versions before the lock, and meet those who wait for it.
 */
export const lockCart = statement<{ userId: number; zones: string[]; cutoff: Date }, LockedLine>(
  ({ userId, zones, cutoff }) => sql`
    with cart as (
      select id from ${carts} where user_id = ${userId} for update
    ), line as (
      select line.id, line.product_id, line.quantity
      from cart join ${cartItems} as line on line.cart_id = cart.id and line.is_active and line.created_at > ${cutoff}
      for update of line
    )
    select line.id, line.quantity, product.id as product_id, product.item_code, product.name, product.name_ur,
      product.price_paisa, product.stock, product.is_active, zone.charge_paisa, zone.free_from_paisa
    from line
    join ${products} as product on product.id = line.product_id
    left join lateral (${nearestZone(zones)}) as zone on true
    order by product.id for no key update of product`,
);
