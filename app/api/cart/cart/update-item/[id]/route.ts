import { UpdateItemInput } from "@/lib/cart/schemas";
import { updateItem } from "@/lib/cart/update-item";
import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { id }) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, UpdateItemInput);
    return json({ message: "Changed.", item: await updateItem(ctx, { ...input, itemId: idOf(id, "item_not_found") }) });
  },
});
