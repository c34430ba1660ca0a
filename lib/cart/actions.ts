"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { addItem } from "@/lib/cart/add-item";
import { expireCarts } from "@/lib/cart/expire-carts";
import { getCart } from "@/lib/cart/get-cart";
import { MAX_QUANTITY } from "@/lib/cart/model";
import { putBackItem } from "@/lib/cart/put-back-item";
import { removeItem } from "@/lib/cart/remove-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { updateItem } from "@/lib/cart/update-item";
import { action } from "@/lib/http/action";
import { UNTOUCHED } from "@/lib/http/form-state";
import { loadUserContext } from "@/lib/http/load-user-context";
import { openGuestContext } from "@/lib/http/open-guest-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { requireUserContext } from "@/lib/http/require-user-context";
import { amountField, wholeNumber } from "@/lib/shared/fields";

const quantity = z.coerce.number().pipe(wholeNumber(1, MAX_QUANTITY));
const itemId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));

const cartOwner = () => requireUserContext("/cart");

/** The first thing that a visitor puts in the cart makes a guest of them. */
export const addItemAction = action(loadUserContext, AddItemInput.extend({ quantity }), async (visitor, input) => {
  await addItem(visitor ?? (await openGuestContext()), input);
  await redirectTo("/cart");
});

export const updateItemAction = action(cartOwner, z.object({ item_id: itemId, quantity }), async (ctx, input) => {
  await updateItem(ctx, { itemId: input.item_id, quantity: input.quantity });
});

export const agreeToPriceAction = action(
  cartOwner,
  z.object({ item_id: itemId, seen_unit_price: amountField }),
  async (ctx, input) => {
    await updateItem(ctx, { itemId: input.item_id, seen_unit_price: input.seen_unit_price });
  },
);

export const removeItemAction = action(cartOwner, z.object({ item_id: itemId }), async (ctx, input) => {
  await removeItem(ctx, { itemId: input.item_id });
});

const PutBack = z.object({ item_id: itemId, quantity: quantity.optional() });

export const putBackItemAction = action(cartOwner, PutBack, async (ctx, input) => {
  await getCart(ctx); // a line whose time has just run out expires by this look
  await putBackItem(ctx, { itemId: input.item_id, quantity: input.quantity });
  refresh();
});

/** What has had its time leaves the carts now. */
export const expireCartsAction = action(requireStaffContext, z.object({}), async (ctx) => {
  const { expired } = await expireCarts(ctx);
  return { ...UNTOUCHED, values: { expired: String(expired) }, doneAt: ctx.now.toISOString() };
});
