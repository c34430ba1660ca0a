import type { CartItemView, CartView, FullCartView } from "@/lib/cart/schemas";
import { addPaisa, formatAmount, readAmount, timesPaisa, ZERO } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

export const MAX_QUANTITY = 1000;

/** The header by which a page says that its visitor is to become a guest, where there is no session. */
export const OPENS_GUEST = "x-opens-guest";

/** How a line left the cart. An expired one can be put back. */
export const LINE_ENDS = ["removed", "ordered", "expired", "put_back"] as const;

/** Which lines the staff look at: live ones, those of them that end within the hour, and those whose time is over. */
export const CART_STATES = ["live", "expiring", "expired"] as const;
export type CartState = (typeof CART_STATES)[number];

export const expiresAt = (createdAt: Date, expiryHours: number): Date => minutesAfter(createdAt, expiryHours * 60);

/** Lines put in the cart at this moment or before have had their time. */
export const expiryCutoff = (now: Date, expiryHours: number): Date => minutesAfter(now, -expiryHours * 60);

const subtotalOf = (unitPrice: string, quantity: number): string =>
  formatAmount(timesPaisa(readAmount(unitPrice) ?? ZERO, quantity));

const withItems = <Cart extends CartView>(cart: Cart, items: CartItemView[]): Cart => ({
  ...cart,
  items,
  total_items: items.length,
  total_quantity: items.reduce((sum, item) => sum + item.quantity, 0),
  cart_total: formatAmount(addPaisa(...items.map((item) => readAmount(item.subtotal) ?? ZERO))),
});

/** What a visitor without a session has. */
export const noCart = (now: string): FullCartView => ({
  id: 0,
  user_id: 0,
  items: [],
  total_items: 0,
  total_quantity: 0,
  cart_total: formatAmount(ZERO),
  created_at: now,
  updated_at: now,
  expired_items: [],
});

/** The cart as it will be once a line's quantity is changed. */
export const withQuantity = <Cart extends CartView>(cart: Cart, itemId: number, quantity: number): Cart =>
  withItems(
    cart,
    cart.items.map((item) =>
      item.id === itemId ? { ...item, quantity, subtotal: subtotalOf(item.unit_price, quantity) } : item,
    ),
  );

/** The cart as it will be without those lines. */
export const withoutItems = <Cart extends CartView>(cart: Cart, itemIds: ReadonlySet<number>): Cart =>
  withItems(
    cart,
    cart.items.filter((item) => !itemIds.has(item.id)),
  );

/** How many more of a product go into a cart that has some of it: at most what there is in stock, and never fewer than it had. */
export const fitting = ({ more, had, stock }: { more: number; had: number; stock: number }): number =>
  Math.max(0, Math.min(had + more, stock, MAX_QUANTITY) - had);

/** The cart as it is once the shop has answered with this line. An older line of the same product is gone by then. */
export function withAnswer<Cart extends CartView>(cart: Cart, answer: CartItemView): Cart {
  const isSame = (item: CartItemView) => item.product_item_code === answer.product_item_code;
  const isThere = cart.items.some(isSame);
  return withItems(cart, isThere ? cart.items.map((item) => (isSame(item) ? answer : item)) : [...cart.items, answer]);
}

type Addition = { kind: "add"; quantity: number; unitPrice: string; imageUrl: string | null };
type LineChange = { itemId: number; from: number } & (
  { kind: "set"; quantity: number } | { kind: "remove" } | { kind: "agree"; unitPrice: string }
);

/**
 * What the shopper wants of the cart and the shop has not answered yet. The id tells a change sent again from a new
 * one; `from` is the line's quantity before it, `name` is for the sentence if it is refused.
 */
export type CartChange = { id: string; madeAt: number; itemCode: string; name: string } & (Addition | LineChange);

/** The cart as it will be after one change. A line that the shop does not know yet has an id below zero. */
export function withChange<Cart extends CartView>(cart: Cart, change: CartChange): Cart {
  if (change.kind === "set") return withQuantity(cart, change.itemId, change.quantity);
  if (change.kind === "remove") return withoutItems(cart, new Set([change.itemId]));
  if (change.kind === "agree") {
    const agreed = (item: CartItemView) =>
      item.id === change.itemId ? { ...item, seen_unit_price: change.unitPrice } : item;
    return withItems(cart, cart.items.map(agreed));
  }
  const line = cart.items.find((item) => item.product_item_code === change.itemCode);
  if (line) return withQuantity(cart, line.id, Math.min(MAX_QUANTITY, line.quantity + change.quantity));
  return withItems(cart, [...cart.items, newLine(change, -1 - cart.items.length)]);
}

function newLine(change: CartChange & Addition, id: number): CartItemView {
  const time = new Date(change.madeAt).toISOString();
  return {
    id,
    product_item_code: change.itemCode,
    product_name: change.name,
    product_name_ur: change.name,
    image_url: change.imageUrl,
    quantity: change.quantity,
    unit_price: change.unitPrice,
    seen_unit_price: change.unitPrice,
    subtotal: subtotalOf(change.unitPrice, change.quantity),
    available: MAX_QUANTITY,
    notes: "",
    is_active: true,
    is_expired: false,
    created_at: time,
    updated_at: time,
    expires_at: time,
  };
}

/** How many pieces more, or fewer, are in the cart by one change. */
export function piecesMoved(change: CartChange): number {
  if (change.kind === "add") return change.quantity;
  if (change.kind === "set") return change.quantity - change.from;
  return change.kind === "remove" ? -change.from : 0;
}

/**
 * The changes that wait, with one more: it takes the place of those that it makes needless and that are not on their
 * way yet, so that of many quantities wanted one after the other the last is sent.
 */
export function joinChange(
  waiting: readonly CartChange[],
  next: CartChange,
  onTheirWay: ReadonlySet<string>,
): readonly CartChange[] {
  if (next.kind === "add") return [...waiting, next];
  const isNeedless = (one: CartChange): one is CartChange & LineChange =>
    !onTheirWay.has(one.id) &&
    one.kind !== "add" &&
    one.itemId === next.itemId &&
    (one.kind === next.kind || next.kind === "remove");
  const replaced = waiting.filter(isNeedless);
  const from = replaced.find((one) => one.kind === "set")?.from ?? next.from;
  return [...waiting.filter((one) => !isNeedless(one)), { ...next, from }];
}

/** The lines whose time is over at that moment go to the tray; what is in the cart again is not in the tray. */
export function withoutEnded(cart: FullCartView, now: number): FullCartView {
  const ended = cart.items.filter((item) => item.id > 0 && Date.parse(item.expires_at) <= now);
  const rest = withoutItems(cart, new Set(ended.map((item) => item.id)));
  const here = new Set(rest.items.map((item) => item.product_item_code));
  const gone = new Map([...cart.expired_items, ...ended].map((item) => [item.id, item]));
  const expired_items = [...gone.values()].filter((item) => !here.has(item.product_item_code));
  return { ...rest, expired_items };
}

/** A line's name in the page's language. */
export const lineName = (item: Pick<CartItemView, "product_name" | "product_name_ur">, locale: string): string =>
  locale === "ur" ? item.product_name_ur : item.product_name;

export type Shortage = "none" | "fewer" | "sold_out";

/** Whether a line can be had as it stands. */
export const shortageOf = ({ quantity, available }: Pick<CartItemView, "quantity" | "available">): Shortage =>
  available >= quantity ? "none" : available > 0 ? "fewer" : "sold_out";
