import { OPENS_GUEST } from "@/lib/cart/model";
import type { CartItemView, FullCartView } from "@/lib/cart/schemas";

/** Why a door of the cart refused; `unreachable` when there was no answer at all. */
export class CartRefusal extends Error {
  constructor(
    readonly code: string,
    readonly available?: number,
  ) {
    super(code);
    this.name = "CartRefusal";
  }
}

type Problem = { code: string; available?: number };

async function ask<Answer>(path: string, method: string, body?: object, key?: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/cart/cart/${path}`, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(key && { "idempotency-key": key, [OPENS_GUEST]: "1" }),
      },
      body: body && JSON.stringify(body),
      keepalive: method !== "GET", // a change goes on when the page is left or read anew
    });
  } catch {
    throw new CartRefusal("unreachable");
  }
  if (response.ok) return response.json();
  const problem: Problem = await response.json().catch(() => ({ code: "other" }));
  throw new CartRefusal(problem.code, problem.available);
}

export const readCart = () => ask<FullCartView>("", "GET");

export const readCartCount = async () => (await ask<{ total_quantity: number }>("count/", "GET")).total_quantity;

/** The key makes it safe to send again: the shop adds the same addition once. A visitor becomes a guest by their first one. */
export const addToCart = (product_item_code: string, quantity: number, key: string) =>
  ask<{ item: CartItemView }>("add_item/", "POST", { product_item_code, quantity }, key);

export const setQuantity = (itemId: number, quantity: number) =>
  ask<{ item: CartItemView }>(`update-item/${itemId}/`, "PATCH", { quantity });

export const agreeToPrice = (itemId: number, seen_unit_price: string) =>
  ask<{ item: CartItemView }>(`update-item/${itemId}/`, "PATCH", { seen_unit_price });

export const removeLine = (itemId: number) => ask<{ removed_at: string }>(`remove-item/${itemId}/`, "DELETE");
