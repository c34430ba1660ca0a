import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf, withEtag } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { findVersion } from "@/lib/orders/require-version";
import { UpdateStatusInput } from "@/lib/orders/schemas";
import { updateOrderStatus } from "@/lib/orders/update-order-status";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, UpdateStatusInput);
    const ifMatch = ifMatchOf(request);
    const order = await updateOrderStatus(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return withEtag(json({ message: `The order is ${order.status}.`, order }), await findVersion(ctx.db, order.id));
  },
});
