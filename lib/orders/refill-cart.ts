import { and, eq, gt } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { addItem } from "@/lib/cart/add-item";
import { findAddedItem, type RequestOnce } from "@/lib/cart/find-added-item";
import { expiryCutoff, MAX_QUANTITY } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import { asCustomer } from "@/lib/orders/as-customer";
import { findOrder } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { formatAmount } from "@/lib/shared/money";

/** Why a line came back as it did: as it was, fewer than before, or not at all. */
type Outcome = "whole" | "fewer" | "limit" | "in_cart" | "sold_out" | "gone";

export type RefillLine = Pick<OrderView["items"][number], "product_item_code" | "product_name" | "product_name_ur"> & {
  outcome: Outcome;
  wanted: number;
  added: number;
  was: string;
  now: string;
};

export type Refill = { lines: RefillLine[] };

type RefillInput = { orderId: number; formKey?: string };

/**
 * Puts an order's products in the cart once more, at today's prices, as many as there are and a cart takes; what lies
 * there already stays. Tells of each line what became of it. The same form sent again adds nothing while what it
 * brought is still in the cart.
 */
export async function refillCart(ctx: UserCtx, { orderId, formKey }: RefillInput): Promise<Refill> {
  const order = await findOrder(asCustomer(ctx), orderId);
  if (!order) throw new AppError("order_not_found", "There is no such order.");
  const lines: RefillLine[] = [];
  for (const item of order.items) lines.push(await refillLine(ctx, item, formKey));
  return { lines };
}

const TRIES = 3;

/** Somebody may take the last pieces between the look and the adding: then it is looked at anew. */
async function refillLine(ctx: UserCtx, item: OrderView["items"][number], formKey?: string): Promise<RefillLine> {
  const { product_item_code, product_name, product_name_ur, unit_price: was, quantity: wanted } = item;
  const line = { product_item_code, product_name, product_name_ur, wanted, was };
  for (let tries = 0; tries < TRIES; tries++) {
    const offer = await findOffer(ctx, product_item_code);
    if (!offer?.isActive) return { ...line, added: 0, now: was, outcome: "gone" };
    const { once, brought } = formKey ? await findBrought(ctx, `${formKey} ${item.id}`) : NOTHING_BROUGHT;
    const { added, outcome } = decideRefill({ ...offer, wanted, inCart: brought ? 0 : offer.inCart });
    if (brought) {
      return { ...line, added: Math.min(added, brought.quantity), now: brought.unit_price, outcome };
    }
    if (added === 0) return { ...line, added, now: formatAmount(offer.pricePaisa), outcome };
    try {
      const { item: inCart } = await addItem(ctx, { product_item_code, quantity: added }, once);
      return { ...line, added, now: inCart.unit_price, outcome };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  return { ...line, added: 0, now: was, outcome: "sold_out" };
}

type Brought = { once: RequestOnce | undefined; brought: CartItemView | null };

const NOTHING_BROUGHT: Brought = { once: undefined, brought: null };

/** What this form has put in the cart already; where it has left the cart since, the form counts as a new one. */
async function findBrought(ctx: UserCtx, key: string): Promise<Brought> {
  const once = { key, bodyHash: "order again" };
  const brought = await findAddedItem(ctx, once);
  const hasLeft = brought !== null && (!brought.is_active || brought.is_expired);
  return hasLeft ? findBrought(ctx, `${key} ${brought.id}`) : { once, brought };
}

/** How many of what is wanted can come to what lies in the cart already, and what to say of the rest. */
export function decideRefill({ wanted, stock, inCart }: { wanted: number; stock: number; inCart: number }): {
  added: number;
  outcome: Outcome;
} {
  const room = Math.max(0, Math.min(stock, MAX_QUANTITY) - inCart);
  if (room >= wanted) return { added: wanted, outcome: "whole" };
  if (stock === 0) return { added: 0, outcome: "sold_out" };
  if (stock > MAX_QUANTITY) return { added: room, outcome: "limit" };
  return { added: room, outcome: room > 0 ? "fewer" : "in_cart" };
}

async function findOffer({ db, now, actor }: UserCtx, itemCode: string) {
  const isLive = and(eq(cartItems.isActive, true), gt(cartItems.createdAt, expiryCutoff(now, env().cartExpiryHours)));
  const [offer] = await db
    .select({
      isActive: products.isActive,
      stock: products.stock,
      pricePaisa: products.pricePaisa,
      inCart: cartItems.quantity,
    })
    .from(products)
    .leftJoin(carts, eq(carts.userId, actor.userId))
    .leftJoin(cartItems, and(eq(cartItems.cartId, carts.id), eq(cartItems.productId, products.id), isLive))
    .where(eq(products.itemCode, itemCode));
  return offer && { ...offer, inCart: offer.inCart ?? 0 };
}
