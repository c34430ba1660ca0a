import { addItem } from "@/lib/cart/add-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { jsonBody } from "@/lib/http/body";
import { fingerprint, idempotencyKeyOf } from "@/lib/http/idempotency";
import { answerNewGuest, findBuyer } from "@/lib/http/answer-new-guest";
import { json, route } from "@/lib/http/route";
import type { UserCtx } from "@/lib/shared/context";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const buyer = await findBuyer(request);
    const input = await jsonBody(request, AddItemInput);
    const key = idempotencyKeyOf(request);
    const once = key === null ? undefined : { key, bodyHash: fingerprint("cart/add_item", input) };
    const add = async (ctx: UserCtx) => {
      const { item, isNew } = await addItem(ctx, input, once);
      const message = isNew ? "Added to your cart." : "There is more of it in your cart now.";
      return json({ message, item }, isNew ? 201 : 200);
    };
    return buyer ? add(buyer) : answerNewGuest(request, add);
  },
});
