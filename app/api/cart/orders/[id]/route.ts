import { recordLook } from "@/lib/audit/record-look";
import { userContext } from "@/lib/http/context";
import { withEtag } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { findVersionedOrder } from "@/lib/orders/queries";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const orderId = idOf(id, "order_not_found"); // an address that names no order is nobody's, signed in or not
    const ctx = await userContext(request);
    const found = await findVersionedOrder(ctx, orderId);
    if (!found) throw new AppError("order_not_found", "There is no such order.");
    await recordLook(ctx, `order:${orderId}`);
    return withEtag(json(found.order), found.version);
  },
});
