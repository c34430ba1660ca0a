import { lookIntoCart } from "@/lib/cart/look-into-cart";
import { noCart } from "@/lib/cart/model";
import { countCart } from "@/lib/cart/queries";
import type { FullCartView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import { loadUserContext } from "@/lib/http/load-user-context";

/** For the head of each page; without a session nothing is looked up. */
export async function loadCartCount(): Promise<{ isSignedIn: boolean; isGuest: boolean; quantity: number }> {
  const ctx = await loadUserContext();
  if (!ctx) return { isSignedIn: false, isGuest: false, quantity: 0 };
  return { isSignedIn: true, isGuest: ctx.actor.isGuest, quantity: (await countCart(ctx)).total_quantity };
}

/** One's own cart and the lines whose time ran out; without a session there is nothing in it. */
export async function loadCart(): Promise<{ cart: FullCartView; isSignedIn: boolean; now: string }> {
  const ctx = await loadUserContext();
  if (ctx) return { cart: await lookIntoCart(ctx), isSignedIn: true, now: ctx.now.toISOString() };
  const now = new Date().toISOString();
  return { cart: noCart(now), isSignedIn: false, now };
}

/** How long a cart keeps its things. */
export const loadCartTerms = (): { hours: number } => ({ hours: env().cartExpiryHours });
