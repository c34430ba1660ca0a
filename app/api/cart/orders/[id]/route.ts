import { userContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { findOrder } from "@/lib/orders/queries";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const orderId = idOf(id, "order_not_found"); // an address that names no order is nobody's, signed in or not
    const order = await findOrder(await userContext(request), orderId);
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    return json(order);
  },
});
