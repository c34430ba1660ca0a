import { lookIntoCart } from "@/lib/cart/look-into-cart";
import { noCart } from "@/lib/cart/model";
import type { FullCartView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import { loadUserContext } from "@/lib/http/load-user-context";

/** One's own cart and the lines whose time ran out; without a session there is nothing in it. */
export async function loadCart(): Promise<{ cart: FullCartView; isSignedIn: boolean; now: string }> {
  const ctx = await loadUserContext();
  if (ctx) return { cart: await lookIntoCart(ctx), isSignedIn: true, now: ctx.now.toISOString() };
  const now = new Date().toISOString();
  return { cart: noCart(now), isSignedIn: false, now };
}

/** How long a cart keeps its things. */
export const loadCartTerms = (): { hours: number } => ({ hours: env().cartExpiryHours });
