import { expect, it } from "vitest";
import { expiresAt, expiryCutoff, withoutItems, withQuantity } from "@/lib/cart/model";
import type { CartItemView, CartView } from "@/lib/cart/schemas";

const NOON = new Date("2026-11-25T07:00:00Z");
const time = NOON.toISOString();

const item = (id: number, quantity: number, unit_price: string, subtotal: string): CartItemView => ({
  id,
  product_item_code: `T${id}`,
  product_name: "Blue Vase",
  product_name_ur: "نیلا گلدان",
  image_url: null,
  quantity,
  unit_price,
  seen_unit_price: unit_price,
  available: 10,
  subtotal,
  notes: "",
  is_active: true,
  is_expired: false,
  created_at: time,
  updated_at: time,
  expires_at: time,
});

const cart: CartView = {
  id: 1,
  user_id: 1,
  items: [item(1, 2, "1500.00", "3000.00"), item(2, 3, "0.35", "1.05")],
  total_items: 2,
  total_quantity: 5,
  cart_total: "3001.05",
  created_at: time,
  updated_at: time,
};

it("a line's time is over exactly when its hours are", () => {
  for (const hours of [24, 0.5, 8760]) {
    const end = expiresAt(NOON, hours);
    expect(NOON <= expiryCutoff(end, hours)).toBe(true);
    expect(NOON <= expiryCutoff(new Date(end.getTime() - 1), hours)).toBe(false);
  }
});

it("a changed quantity changes its line's sum and the cart's, to the paisa", () => {
  const changed = withQuantity(cart, 2, 7);
  expect(changed).toMatchObject({ total_items: 2, total_quantity: 9, cart_total: "3002.45" });
  expect(changed.items[1]).toMatchObject({ quantity: 7, subtotal: "2.45" });
  expect(changed.items[0]).toEqual(cart.items[0]);
});

it("a line that is not there changes nothing", () => {
  expect(withQuantity(cart, 99, 7)).toEqual(cart);
  expect(withoutItems(cart, new Set([99]))).toEqual(cart);
});

it("without its lines a cart is empty and costs nothing", () => {
  expect(withoutItems(cart, new Set([1]))).toMatchObject({ total_items: 1, total_quantity: 3, cart_total: "1.05" });
  expect(withoutItems(cart, new Set([1, 2]))).toMatchObject({ items: [], total_quantity: 0, cart_total: "0.00" });
});
