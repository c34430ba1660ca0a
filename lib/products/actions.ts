"use server";

import { action } from "@/lib/http/action";
import { formKey } from "@/lib/http/idempotency";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext, requireStaffContext } from "@/lib/http/require-staff-context";
import { changeOnce } from "@/lib/products/change-once";
import { createProduct } from "@/lib/products/create-product";
import { productPath } from "@/lib/products/model";
import { ChangeProductForm, CreateProductForm, ProductRowForm, RemovePictureForm } from "@/lib/products/schemas";
import type { UserCtx } from "@/lib/shared/context";

const doneAt = (path: string, { now }: UserCtx) => `${path}${path.includes("?") ? "&" : "?"}done=${now.getTime()}`;

export const createProductAction = action(requireAdminContext, CreateProductForm, async (ctx, input) => {
  const { item_code } = await createProduct(ctx, { ...input, image_url: "" });
  await redirectTo(doneAt(productPath(item_code), ctx));
});

/** Only what differs from what was seen is a change; a number of pieces that was not touched counts nothing. */
export const changeProductAction = action(requireAdminContext, ChangeProductForm, async (ctx, input) => {
  const { item_code, stock, reason, seen, form_key, ...fields } = input;
  const known: Record<string, unknown> = seen.fields;
  const changes = Object.fromEntries(Object.entries(fields).filter(([field, value]) => value !== known[field]));
  const count = stock === seen.stock ? undefined : { seen: seen.stock, pieces: stock, reason };
  await changeOnce(ctx, formKey(form_key, input), { itemCode: item_code, changes, seen: seen.fields, count });
  await redirectTo(doneAt(productPath(item_code), ctx));
});

/** A price, which is an administrator's, and a count, which is any staff's. */
export const saveProductRowAction = action(requireStaffContext, ProductRowForm, async (ctx, input) => {
  const { item_code, form_key, price, stock, reason, seen, back = "/admin/products" } = input;
  const changes = price === undefined || price === seen.fields.price ? {} : { price };
  const count = stock === seen.stock ? undefined : { seen: seen.stock, pieces: stock, reason };
  await changeOnce(ctx, formKey(form_key, input), { itemCode: item_code, changes, seen: seen.fields, count });
  await redirectTo(doneAt(back.startsWith("/admin/products") ? back : "/admin/products", ctx));
});

export const removePictureAction = action(requireAdminContext, RemovePictureForm, async (ctx, { item_code, seen }) => {
  await changeOnce(ctx, null, { itemCode: item_code, changes: { image_url: "" }, seen: { image_url: seen } });
  await redirectTo(doneAt(productPath(item_code), ctx));
});
