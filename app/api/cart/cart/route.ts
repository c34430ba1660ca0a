import { lookIntoCart } from "@/lib/cart/look-into-cart";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(await lookIntoCart(await userContext(request))),
});
