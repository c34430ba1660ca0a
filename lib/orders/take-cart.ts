import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { deliveryZones } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import type { Paisa } from "@/lib/shared/money";

type Line = { id: number; productId: number; quantity: number };
type Zone = { chargePaisa: Paisa | null; freeFromPaisa: Paisa | null };
type Taken = { itemCode: string; name: string; nameUr: string; pricePaisa: Paisa };

/** A line of the cart with what was taken for it; all of them hold nothing where one cannot be had. */
export type TakenLine = Line & Zone & Taken;

/**
 * Locks the cart, its live lines and their products (in the order of their ids), and takes the stock of all of them or
 * of none. Names and prices are read under that lock. No row: the cart is empty.
 */
export const takeCart = statement<
  { userId: number; city: string; cutoff: Date; now: Date },
  Line & Zone & (Taken | { [K in keyof Taken]: null })
>(
  ({ userId, city, cutoff, now }) => sql`
    with cart as (
      select id from ${carts} where user_id = ${userId} for update
    ), line as (
      select line.id, line.product_id, line.quantity
      from cart join ${cartItems} as line on line.cart_id = cart.id and line.is_active and line.created_at > ${cutoff}
      for update of line
    ), wanted as (
      select product.id, product.stock, line.quantity, product.is_active and product.stock >= line.quantity as is_enough
      from ${products} as product join line on line.product_id = product.id
      order by product.id for no key update of product
    ), taken as (
      update ${products} as product set stock = wanted.stock - wanted.quantity, updated_at = ${now}
      from wanted where product.id = wanted.id and (select bool_and(is_enough) from wanted)
      returning product.*
    )
    select line.id, line.product_id, line.quantity, taken.item_code, taken.name, taken.name_ur, taken.price_paisa,
      zone.charge_paisa, zone.free_from_paisa
    from line
    left join taken on taken.id = line.product_id
    left join ${deliveryZones} as zone on zone.city = lower(${city})
    order by line.id`,
);
