import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { orderStatistics } from "@/lib/orders/order-statistics";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(await orderStatistics(await userContext(request))),
});
