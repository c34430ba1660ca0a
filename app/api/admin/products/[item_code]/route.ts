import { jsonBody } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { idempotencyKeyOf } from "@/lib/http/idempotency";
import { json, route } from "@/lib/http/route";
import { changeOnce } from "@/lib/products/change-once";
import { findManagedProduct } from "@/lib/products/queries";
import { ChangeProductInput } from "@/lib/products/schemas";
import { AppError } from "@/lib/shared/errors";

/** One product, on sale or not; administrators change it. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { item_code = "" }) => {
    const found = await findManagedProduct(await staffContext(request), item_code);
    if (!found) throw new AppError("product_not_found", "There is no such product.");
    return json(found.product);
  },
  PATCH: async (request, { item_code = "" }) => {
    const ctx = await adminContext(request);
    const { seen, ...changes } = await jsonBody(request, ChangeProductInput.strict());
    return json(await changeOnce(ctx, idempotencyKeyOf(request), { itemCode: item_code, changes, seen }));
  },
});
