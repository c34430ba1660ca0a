import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { ifMatchOf, withEtag } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { findVersion } from "@/lib/orders/require-version";
import { CancelOrderInput } from "@/lib/orders/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, CancelOrderInput);
    const ifMatch = ifMatchOf(request);
    const order = await cancelOrder(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return withEtag(json({ message: "The order is cancelled.", order }), await findVersion(ctx.db, order.id));
  },
});
