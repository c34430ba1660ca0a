import type { CartView } from "@/lib/cart/schemas";
import { addPaisa, formatAmount, readAmount, timesPaisa, ZERO } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

export const MAX_QUANTITY = 1000;

/** How a line left the cart. An expired one can be put back. */
export const LINE_ENDS = ["removed", "ordered", "expired", "put_back"] as const;

export const expiresAt = (createdAt: Date, expiryHours: number): Date => minutesAfter(createdAt, expiryHours * 60);

/** Lines put in the cart at this moment or before have had their time. */
export const expiryCutoff = (now: Date, expiryHours: number): Date => minutesAfter(now, -expiryHours * 60);

const subtotalOf = (unitPrice: string, quantity: number): string =>
  formatAmount(timesPaisa(readAmount(unitPrice) ?? ZERO, quantity));

const withItems = (cart: CartView, items: CartView["items"]): CartView => ({
  ...cart,
  items,
  total_items: items.length,
  total_quantity: items.reduce((sum, item) => sum + item.quantity, 0),
  cart_total: formatAmount(addPaisa(...items.map((item) => readAmount(item.subtotal) ?? ZERO))),
});

/** The cart as it will be once a line's quantity is changed. */
export const withQuantity = (cart: CartView, itemId: number, quantity: number): CartView =>
  withItems(
    cart,
    cart.items.map((item) =>
      item.id === itemId ? { ...item, quantity, subtotal: subtotalOf(item.unit_price, quantity) } : item,
    ),
  );

/** The cart as it will be without those lines. */
export const withoutItems = (cart: CartView, itemIds: ReadonlySet<number>): CartView =>
  withItems(
    cart,
    cart.items.filter((item) => !itemIds.has(item.id)),
  );
