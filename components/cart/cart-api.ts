import type { CartItemView, CartView } from "@/lib/cart/schemas";

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

async function ask<Answer>(path: string, method: string, body?: object): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/cart/cart/${path}`, {
      method,
      headers: body && { "content-type": "application/json" },
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

export const readCart = () => ask<CartView>("", "GET");

export const readCartCount = async () => (await ask<{ total_quantity: number }>("count/", "GET")).total_quantity;

export const addToCart = (product_item_code: string, quantity: number) =>
  ask<{ item: CartItemView }>("add_item/", "POST", { product_item_code, quantity });

export const setQuantity = (itemId: number, quantity: number) =>
  ask<{ item: CartItemView }>(`update-item/${itemId}/`, "PATCH", { quantity });

export const removeLine = (itemId: number) => ask<{ removed_at: string }>(`remove-item/${itemId}/`, "DELETE");
