import { headers } from "next/headers";
import { MOST_ADDRESSES } from "@/lib/addresses/model";
import { listAddresses } from "@/lib/addresses/queries";
import { getCart } from "@/lib/cart/get-cart";
import { env } from "@/lib/env";
import { addressText } from "@/lib/http/address-text";
import { newFormKey } from "@/lib/http/form-key";
import type { FieldProblem } from "@/lib/http/form-state";
import { loadUserContext } from "@/lib/http/load-user-context";
import { publicContext } from "@/lib/http/public-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireUserContext } from "@/lib/http/require-user-context";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { asCustomer } from "@/lib/orders/as-customer";
import { findPictures } from "@/lib/orders/find-pictures";
import { findLastDelivery } from "@/lib/orders/find-last-delivery";
import { findOrderedSince } from "@/lib/orders/find-ordered-since";
import { findOrder, listOrders } from "@/lib/orders/queries";
import { quoteOrder } from "@/lib/orders/quote-order";
import { type TrackedOrderView, TrackOrderQuery } from "@/lib/orders/schemas";
import { trackOrder } from "@/lib/orders/track-order";
import { listRefunds } from "@/lib/refunds/list-refunds";
import { actorName } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { getUser } from "@/lib/users/get-user";
import { readId } from "@/lib/shared/read-id";

const PAGE_SIZE = 20;
const JUST_ORDERED_MINUTES = 15;

/**
 * Cart, price, saved addresses and what was written at the last order. Each time that the form is opened it has a key
 * of its own, under which it makes one order; an empty cart leads back to itself, with what was just ordered.
 */
export async function loadCheckout() {
  const ctx = await loadUserContext();
  if (!ctx) return redirectTo("/cart");
  const cart = await getCart(ctx);
  if (cart.items.length === 0) {
    const ordered = await findOrderedSince(ctx, minutesAfter(ctx.now, -JUST_ORDERED_MINUTES));
    return redirectTo(ordered ? `/cart?ordered=${ordered.id}` : "/cart");
  }
  const [user, last, addresses] = await Promise.all([getUser(ctx), findLastDelivery(ctx), listAddresses(ctx)]);
  const known: Record<string, string> = {
    ...last,
    customer_name: last.customer_name || user.name,
    customer_email: last.customer_email || (user.email ?? ""),
    wallet_phone: last.customer_phone ?? "",
  };
  const quote = await quoteOrder(ctx, { shipping_city: addresses[0]?.city ?? known.shipping_city ?? "" });
  const { userId, isGuest } = ctx.actor;
  const canSave = !isGuest && addresses.length < MOST_ADDRESSES;
  return { cart, quote, known, addresses, canSave, userId, formKey: newFormKey(ctx.now) };
}

/** The order that the cart's address names as just made, if it is one's own. */
export async function loadJustOrdered(id: unknown) {
  const orderId = readId(id);
  const ctx = orderId === null ? null : await loadUserContext();
  return ctx && orderId && findOrder(asCustomer(ctx), orderId);
}

export async function loadOrders(page: unknown) {
  const ctx = await requireUserContext("/orders");
  const number = /^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1;
  const { count, rows } = await listOrders(asCustomer(ctx), { page: number, page_size: PAGE_SIZE });
  return {
    orders: rows,
    pictures: await findPictures(ctx, rows),
    page: number,
    pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
    isGuest: ctx.actor.isGuest,
    now: ctx.now,
  };
}

async function findOwnOrder(id: string) {
  const ctx = await requireUserContext(`/orders/${encodeURIComponent(addressText(id))}`);
  const orderId = readId(id);
  const order = orderId && (await findOrder(asCustomer(ctx), orderId));
  return order && { ctx, order };
}

/** One's own order, what was given back of it and until when its goods are kept unpaid; null where there is none. */
export async function loadOrder(id: string) {
  const own = await findOwnOrder(id);
  if (!own) return null;
  const { ctx, order } = own;
  const [refunds, pictures] = await Promise.all([listRefunds(ctx, order.id), findPictures(ctx, [order])]);
  const newest = Math.max(...[order, ...order.payments].map((each) => Date.parse(each.created_at)));
  const payBy = minutesAfter(new Date(newest), env().paymentExpiryMinutes).toISOString();
  const { isGuest } = ctx.actor;
  const formKey = newFormKey(ctx.now);
  const me = actorName(ctx.actor);
  return { order, refunds, pictures, payBy, isGuest, me, siteUrl: env().siteUrl, now: ctx.now, formKey };
}

/** All that stands on an order's receipt; null where there is no such order. */
export async function loadReceipt(id: string) {
  const own = await findOwnOrder(id);
  return own && { order: own.order, refunds: await listRefunds(own.ctx, own.order.id) };
}

type Tracking = {
  values: { order_number: string; phone: string };
  errors: { order_number?: FieldProblem; phone?: FieldProblem };
  refused: "notFound" | "tooMany" | null;
  order: TrackedOrderView | null;
  now: Date;
};

/** The order that was asked for by number and phone; nothing yet where the page is just opened. */
export async function loadTrackedOrder(query: Record<string, unknown>): Promise<Tracking> {
  const ctx = publicContext();
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  const values = { order_number: textOf(query.order_number), phone: textOf(query.phone) };
  const asked: Tracking = { values, errors: {}, refused: null, order: null, now: ctx.now };
  const isAsked = query.phone !== undefined && query.order_number !== undefined;
  if (!isAsked) return asked; // a link may bring the number alone
  const parsed = TrackOrderQuery.safeParse(values);
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      const field = path[0] === "phone" ? "phone" : "order_number";
      asked.errors[field] = values[field].trim() === "" ? "required" : "invalid";
    }
    return asked;
  }
  try {
    await takeAddressTurn(ctx, "track", await headers());
    return { ...asked, order: await trackOrder(ctx, parsed.data) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.status >= 500) throw thrown;
    return { ...asked, refused: thrown.code === "order_not_found" ? "notFound" : "tooMany" };
  }
}
