import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf, withEtag } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { changeParcel } from "@/lib/desk/change-parcel";
import { findVersion } from "@/lib/orders/require-version";
import { ChangeParcelInput } from "@/lib/desk/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, ChangeParcelInput);
    const ifMatch = ifMatchOf(request);
    const order = await changeParcel(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return withEtag(json({ message: "The parcel is written down.", order }), await findVersion(ctx.db, order.id));
  },
});
