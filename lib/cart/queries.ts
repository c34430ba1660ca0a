import { and, count, desc, eq, gt, sql, sum } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { cartItemView } from "@/lib/cart/cart-item-view";
import { expiryCutoff } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";

/** What a line shows of its product: the catalogue of this moment. */
export const CATALOGUE_COLUMNS = sql`${products.itemCode}, ${products.name}, ${products.nameUr}, ${products.imageUrl},
  ${products.pricePaisa}, case when ${products.isActive} then ${products.stock} else 0 end as available`;

const TRAY_HOURS = 24 * 7;

/** How much is in one's own cart, expired lines left out. */
export async function countCart({ db, now, actor }: UserCtx): Promise<{ total_items: number; total_quantity: number }> {
  const [found] = await db
    .select({ total_items: count(), total_quantity: sum(cartItems.quantity).mapWith(Number) })
    .from(cartItems)
    .innerJoin(carts, eq(carts.id, cartItems.cartId))
    .where(
      and(
        eq(carts.userId, actor.userId),
        eq(cartItems.isActive, true),
        gt(cartItems.createdAt, expiryCutoff(now, env().cartExpiryHours)),
      ),
    );
  return { total_items: found?.total_items ?? 0, total_quantity: found?.total_quantity ?? 0 };
}

/** Lines whose time ran out in the last week and whose product is not in the cart again: what can be put back. */
export async function listExpiredItems({ db, now, actor }: UserCtx): Promise<CartItemView[]> {
  const rows = await db
    .select({
      id: cartItems.id,
      quantity: cartItems.quantity,
      notes: cartItems.notes,
      isActive: cartItems.isActive,
      createdAt: cartItems.createdAt,
      updatedAt: cartItems.updatedAt,
      itemCode: products.itemCode,
      name: products.name,
      nameUr: products.nameUr,
      imageUrl: products.imageUrl,
      pricePaisa: products.pricePaisa,
      seenPricePaisa: cartItems.seenPricePaisa,
      available: sql<number>`case when ${products.isActive} then ${products.stock} else 0 end`,
    })
    .from(cartItems)
    .innerJoin(carts, eq(carts.id, cartItems.cartId))
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(
      and(
        eq(carts.userId, actor.userId),
        eq(cartItems.endedAs, "expired"),
        gt(cartItems.updatedAt, expiryCutoff(now, TRAY_HOURS)),
        sql`not exists (select from ${cartItems} as other
          where other.cart_id = ${carts.id} and other.product_id = ${products.id}
            and (other.is_active or (other.ended_as = 'expired' and other.id > ${cartItems.id})))`,
      ),
    )
    .orderBy(desc(cartItems.id));
  return rows.map((row) => cartItemView(row, now));
}
