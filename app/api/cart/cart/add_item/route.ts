import { addItem } from "@/lib/cart/add-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    const { item, isNew } = await addItem(ctx, await jsonBody(request, AddItemInput));
    return json(
      { message: isNew ? "Added to your cart." : "There is more of it in your cart now.", item },
      isNew ? 201 : 200,
    );
  },
});
