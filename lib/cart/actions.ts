"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { MAX_QUANTITY } from "@/lib/cart/model";
import { putBackItem } from "@/lib/cart/put-back-item";
import { removeItem } from "@/lib/cart/remove-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { updateItem } from "@/lib/cart/update-item";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireUserContext } from "@/lib/http/require-user-context";
import { wholeNumber } from "@/lib/shared/fields";

const quantity = z.coerce.number().pipe(wholeNumber(1, MAX_QUANTITY));
const itemId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));

const cartOwner = () => requireUserContext("/cart");
const buyerOf = ({ product_item_code = "" }: Record<string, string>) =>
  requireUserContext(`/products/${encodeURIComponent(product_item_code)}`);

export const addItemAction = action(buyerOf, AddItemInput.extend({ quantity }), async (ctx, input) => {
  await addItem(ctx, input);
  await redirectTo("/cart");
});

export const updateItemAction = action(cartOwner, z.object({ item_id: itemId, quantity }), async (ctx, input) => {
  await updateItem(ctx, { itemId: input.item_id, quantity: input.quantity });
});

export const removeItemAction = action(cartOwner, z.object({ item_id: itemId }), async (ctx, input) => {
  await removeItem(ctx, { itemId: input.item_id });
});

export const putBackItemAction = action(cartOwner, z.object({ item_id: itemId }), async (ctx, input) => {
  await getCart(ctx); // a line whose time has just run out expires by this look
  await putBackItem(ctx, { itemId: input.item_id });
  refresh();
});
