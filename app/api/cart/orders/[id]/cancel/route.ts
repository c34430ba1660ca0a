import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { CancelOrderInput } from "@/lib/orders/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, CancelOrderInput);
    const order = await cancelOrder(ctx, { ...input, orderId: idOf(id, "order_not_found") });
    return json({ message: "The order is cancelled.", order });
  },
});
