import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { MAX_QUANTITY } from "@/lib/cart/model";
import { AppError } from "@/lib/shared/errors";

type Line = { itemCode: string } | { itemId: number };

/** Says why a line was not taken: read afterwards, so that the usual way needs no look of its own. */
export async function refuseLine(db: Database, userId: number, line: Line, more: number): Promise<never> {
  const isNamed = "itemCode" in line;
  const [found] = await db
    .select({ name: products.name, stock: products.stock, isActive: products.isActive, inCart: cartItems.quantity })
    .from(products)
    .leftJoin(carts, eq(carts.userId, userId))
    .leftJoin(
      cartItems,
      and(eq(cartItems.cartId, carts.id), eq(cartItems.productId, products.id), eq(cartItems.isActive, true)),
    )
    .where(isNamed ? eq(products.itemCode, line.itemCode) : eq(cartItems.id, line.itemId));
  if (!found) {
    throw isNamed
      ? new AppError("product_not_found", "There is no such product.")
      : new AppError("item_not_found", "This is not in your cart.");
  }
  if (!found.isActive) throw new AppError("product_unavailable", `${found.name} is not sold at present.`);
  const wanted = isNamed ? (found.inCart ?? 0) + more : more;
  if (wanted > MAX_QUANTITY) {
    throw new AppError("quantity_limit", `At most ${MAX_QUANTITY} of ${found.name} go in one cart.`, {
      limit: MAX_QUANTITY,
    });
  }
  throw new AppError("insufficient_stock", `There are only ${found.stock} of ${found.name}.`, {
    available: found.stock,
  });
}
