import { removeItem } from "@/lib/cart/remove-item";
import { userContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  DELETE: async (request, { id }) => {
    const ctx = await userContext(request);
    const { removedAt } = await removeItem(ctx, { itemId: idOf(id, "item_not_found") });
    return json({ message: "Removed.", removed_at: removedAt });
  },
});
