import { notFound } from "next/navigation";
import { getCart } from "@/lib/cart/get-cart";
import { env } from "@/lib/env";
import { addressText } from "@/lib/http/address-text";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireUserContext } from "@/lib/http/require-user-context";
import { asCustomer } from "@/lib/orders/as-customer";
import { findOrder, listOrders } from "@/lib/orders/queries";
import { quoteOrder } from "@/lib/orders/quote-order";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { getUser } from "@/lib/users/get-user";

const PAGE_SIZE = 20;

/** Cart, price and what was written at the last order; an empty cart leads back to itself. */
export async function loadCheckout() {
  const ctx = await requireUserContext("/checkout");
  const cart = await getCart(ctx);
  if (cart.items.length === 0) return redirectTo("/cart");
  const [user, last] = await Promise.all([getUser(ctx), listOrders(asCustomer(ctx), { page: 1, page_size: 1 })]);
  const [before] = last.rows;
  const quote = await quoteOrder(ctx, { shipping_city: before?.shipping_city ?? "" });
  const known: Record<string, string> = {
    customer_name: before?.customer_name || user.name,
    customer_phone: before?.customer_phone ?? "",
    customer_email: before?.customer_email || (user.email ?? ""),
    shipping_address: before?.shipping_address ?? "",
    shipping_city: before?.shipping_city ?? "",
  };
  return { cart, quote, known };
}

export async function loadOrders(page: unknown) {
  const ctx = await requireUserContext("/orders");
  const number = /^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1;
  const { count, rows } = await listOrders(asCustomer(ctx), { page: number, page_size: PAGE_SIZE });
  return { orders: rows, page: number, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), now: ctx.now };
}

/** One's own order and until when its goods are kept unpaid, or the page that says there is none. */
export async function loadOrder(id: string) {
  const ctx = await requireUserContext(`/orders/${encodeURIComponent(addressText(id))}`);
  const order = /^[1-9]\d{0,14}$/.test(id) ? await findOrder(asCustomer(ctx), Number(id)) : null;
  if (!order) notFound();
  const newest = Math.max(...[order, ...order.payments].map((each) => Date.parse(each.created_at)));
  const payBy = minutesAfter(new Date(newest), env().paymentExpiryMinutes).toISOString();
  return { order, payBy, now: ctx.now };
}
