import { recordLook } from "@/lib/audit/record-look";
import { countHeld, listCarts } from "@/lib/cart/list-carts";
import { lookIntoCart } from "@/lib/cart/look-into-cart";
import { noCart } from "@/lib/cart/model";
import { type FullCartView, ListCartsQuery } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import { type Address, filtersIn, pagesOf } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { loadUserContext } from "@/lib/http/load-user-context";
import { isAdmin } from "@/lib/shared/context";

/** One's own cart and the lines whose time ran out; without a session there is nothing in it. */
export async function loadCart(): Promise<{ cart: FullCartView; isSignedIn: boolean; now: string }> {
  const ctx = await loadUserContext();
  if (ctx) return { cart: await lookIntoCart(ctx), isSignedIn: true, now: ctx.now.toISOString() };
  const now = new Date().toISOString();
  return { cart: noCart(now), isSignedIn: false, now };
}

/** How long a cart keeps its things. */
export const loadCartTerms = (): { hours: number } => ({ hours: env().cartExpiryHours });

const PAGE_SIZE = 50;

/** What is in all carts, for staff; null for everybody else. */
export async function loadHeldCarts(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  await recordLook(ctx, "carts");
  const { page = 1, state = "live" } = filtersIn(ListCartsQuery, address);
  const [held, carts] = await Promise.all([countHeld(ctx), listCarts(ctx, { state, page, page_size: PAGE_SIZE })]);
  const pages = pagesOf("/admin/carts", { state }, { page, count: carts.count, size: PAGE_SIZE });
  return { ...carts, held, state, pages, isAdmin: isAdmin(ctx.actor), now: ctx.now };
}
