import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf, withEtag } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { findVersion } from "@/lib/orders/require-version";
import { WriteOffInput } from "@/lib/orders/schemas";
import { writeOffOrder } from "@/lib/orders/write-off-order";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, WriteOffInput);
    const ifMatch = ifMatchOf(request);
    const order = await writeOffOrder(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return withEtag(
      json({ message: "The cash of this order is given up.", order }),
      await findVersion(ctx.db, order.id),
    );
  },
});
