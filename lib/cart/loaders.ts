import { getCart } from "@/lib/cart/get-cart";
import { countCart, listExpiredItems } from "@/lib/cart/queries";
import { listPictures } from "@/lib/catalog/queries";
import { env } from "@/lib/env";
import { loadUserContext } from "@/lib/http/load-user-context";

/** For the head of each page; without a session nothing is looked up. */
export async function loadCartCount(): Promise<{ isSignedIn: boolean; quantity: number }> {
  const ctx = await loadUserContext();
  if (!ctx) return { isSignedIn: false, quantity: 0 };
  return { isSignedIn: true, quantity: (await countCart(ctx)).total_quantity };
}

/** One's own cart with its pictures and the lines whose time ran out; null without a session. */
export async function loadCart() {
  const ctx = await loadUserContext();
  if (!ctx) return null;
  const cart = await getCart(ctx); // first, as this look lets lines expire
  const [expired, pictures] = await Promise.all([
    listExpiredItems(ctx),
    listPictures(
      ctx.db,
      cart.items.map((item) => item.product_item_code),
    ),
  ]);
  return { cart, expired, pictures, now: ctx.now.toISOString() };
}

/** How long a cart keeps its things. */
export const loadCartTerms = (): { hours: number } => ({ hours: env().cartExpiryHours });
