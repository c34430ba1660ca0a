/** Under which names the browser keeps the cart. */
export const CART = ["cart"] as const;
export const CART_COUNT = ["cart", "count"] as const;
export const CART_LINES = ["cart", "lines"] as const;
