import { addItem } from "@/lib/cart/add-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { jsonBody } from "@/lib/http/body";
import { buyerContext } from "@/lib/http/buyer-context";
import { fingerprint, idempotencyKeyOf } from "@/lib/http/idempotency";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const { ctx, remember } = await buyerContext(request);
    const input = await jsonBody(request, AddItemInput);
    const key = idempotencyKeyOf(request);
    const once = key === null ? undefined : { key, bodyHash: fingerprint("cart/add_item", input) };
    const { item, isNew } = await addItem(ctx, input, once);
    const message = isNew ? "Added to your cart." : "There is more of it in your cart now.";
    return remember(json({ message, item }, isNew ? 201 : 200));
  },
});
