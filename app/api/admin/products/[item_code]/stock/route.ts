import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { idempotencyKeyOf } from "@/lib/http/idempotency";
import { json, route } from "@/lib/http/route";
import { findManagedProduct } from "@/lib/products/queries";
import { AppError } from "@/lib/shared/errors";
import { changeStockOnce } from "@/lib/stock/change-stock-once";
import { listStockChanges } from "@/lib/stock/queries";
import { ChangeStockInput } from "@/lib/stock/schemas";

/** Why there are as many pieces as there are; the staff write down what came, went or was counted. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { item_code = "" }) => {
    const ctx = await staffContext(request);
    const found = await findManagedProduct(ctx, item_code);
    if (!found) throw new AppError("product_not_found", "There is no such product.");
    return json({ stock: found.product.stock, changes: await listStockChanges(ctx, found.id) });
  },
  POST: async (request, { item_code = "" }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, ChangeStockInput);
    return json(await changeStockOnce(ctx, idempotencyKeyOf(request), { ...input, itemCode: item_code }));
  },
});
