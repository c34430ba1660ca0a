import { getCart } from "@/lib/cart/get-cart";
import { listExpiredItems } from "@/lib/cart/queries";
import type { FullCartView } from "@/lib/cart/schemas";
import type { UserCtx } from "@/lib/shared/context";

/** All that the cart's page shows: its lines, and those whose time ran out. */
export async function lookIntoCart(ctx: UserCtx): Promise<FullCartView> {
  const cart = await getCart(ctx); // first, as this look lets lines expire
  return { ...cart, expired_items: await listExpiredItems(ctx) };
}
