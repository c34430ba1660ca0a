import { expireItems } from "@/lib/cart/expire-items";
import { cronContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(await expireItems(cronContext(request, "expire-carts"))),
});
