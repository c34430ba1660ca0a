import { z } from "zod";
import { CART_STATES, MAX_QUANTITY } from "@/lib/cart/model";
import {
  amountField,
  amountView,
  PageQuery,
  requiredText,
  textField,
  timeView,
  wholeNumber,
} from "@/lib/shared/fields";

const quantity = wholeNumber(1, MAX_QUANTITY);
const notes = textField(500);

export const AddItemInput = z.object({
  product_item_code: requiredText(64, "name a product"),
  quantity: quantity.default(1),
  notes: notes.optional(),
});
export type AddItemInput = z.infer<typeof AddItemInput>;

export const UpdateItemInput = z.object({
  quantity: quantity.optional(),
  notes: notes.optional(),
  seen_unit_price: amountField.optional().meta({ description: "the price that the shopper has seen and agreed to" }),
});
export type UpdateItemInput = z.infer<typeof UpdateItemInput> & { itemId: number };

export const CartItemView = z.object({
  id: z.int(),
  product_item_code: z.string(),
  product_name: z.string(),
  product_name_ur: z.string(),
  image_url: z.string().nullable(),
  quantity: z.int(),
  unit_price: amountView,
  seen_unit_price: amountView,
  subtotal: amountView,
  available: z.int(),
  notes: z.string(),
  is_active: z.boolean(),
  is_expired: z.boolean(),
  created_at: timeView,
  updated_at: timeView,
  expires_at: timeView,
});
export type CartItemView = z.infer<typeof CartItemView>;

export const CartView = z.object({
  id: z.int(),
  user_id: z.int(),
  items: z.array(CartItemView),
  total_items: z.int(),
  total_quantity: z.int(),
  cart_total: amountView,
  created_at: timeView,
  updated_at: timeView,
});
export type CartView = z.infer<typeof CartView>;

/** The cart with the lines whose time ran out and that can be put back. */
export const FullCartView = CartView.extend({ expired_items: z.array(CartItemView) });
export type FullCartView = z.infer<typeof FullCartView>;

export const ListCartsQuery = PageQuery.extend({ state: z.enum(CART_STATES).default("live") });
export type ListCartsQuery = z.infer<typeof ListCartsQuery>;

export const ExpireCartsInput = z.object({ dry_run: z.boolean("must be true or false").default(false) });

/** A cart as the staff see it; of a guest nobody knows more than the number. */
export const HeldCartView = z.object({
  id: z.int(),
  user_id: z.int(),
  email: z.string().nullable(),
  is_guest: z.boolean(),
  value: amountView,
  lines: z.array(
    z.object({
      product_item_code: z.string(),
      product_name: z.string(),
      product_name_ur: z.string(),
      quantity: z.int(),
      subtotal: amountView,
      is_active: z.boolean(),
      expires_at: timeView,
    }),
  ),
});
export type HeldCartView = z.infer<typeof HeldCartView>;
