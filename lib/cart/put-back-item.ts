import { and, eq } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { addItem } from "@/lib/cart/add-item";
import type { CartItemView } from "@/lib/cart/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

type PutBackInput = { itemId: number; quantity?: number };

/**
 * An expired line comes back with its quantity and notes, at today's price and stock, for another full time; or as many
 * of it as the shopper takes where fewer are left.
 */
export async function putBackItem(ctx: UserCtx, { itemId, quantity }: PutBackInput): Promise<CartItemView> {
  return ctx.db.transaction(async (tx) => {
    const [line] = await tx
      .select({ itemCode: products.itemCode, quantity: cartItems.quantity, notes: cartItems.notes })
      .from(cartItems)
      .innerJoin(carts, eq(carts.id, cartItems.cartId))
      .innerJoin(products, eq(products.id, cartItems.productId))
      .where(and(eq(cartItems.id, itemId), eq(carts.userId, ctx.actor.userId), eq(cartItems.endedAs, "expired")))
      .for("update", { of: [carts, cartItems] });
    if (!line) throw new AppError("item_not_found", "There is nothing to put back.");
    await tx.update(cartItems).set({ endedAs: "put_back", updatedAt: ctx.now }).where(eq(cartItems.id, itemId));
    const { item } = await addItem(
      { ...ctx, db: tx },
      { product_item_code: line.itemCode, quantity: quantity ?? line.quantity, notes: line.notes || undefined },
    );
    return item;
  });
}
