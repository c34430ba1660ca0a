import { clearCart } from "@/lib/cart/clear-cart";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const { clearedAt } = await clearCart(await userContext(request));
    return json({ message: "Your cart is empty.", cleared_at: clearedAt });
  },
});
