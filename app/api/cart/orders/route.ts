import { recordLook } from "@/lib/audit/record-look";
import { jsonBody, queryOf } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { answerOnce } from "@/lib/http/idempotency";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { placeOrder } from "@/lib/orders/place-order";
import { findOrder, listOrders } from "@/lib/orders/queries";
import { ListOrdersQuery, PlaceOrderInput } from "@/lib/orders/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await userContext(request);
    const query = queryOf(request, ListOrdersQuery);
    await recordLook(ctx, "orders");
    return json(pageOf(request, query, await listOrders(ctx, query)));
  },
  POST: async (request) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, PlaceOrderInput);
    return answerOnce(request, ctx, {
      route: "orders",
      input,
      run: (recordResult) => placeOrder(ctx, input, recordResult),
      find: (id) => findOrder(ctx, id),
      body: (order) => ({ message: "Your order is placed.", order }),
      status: 201,
    });
  },
});
