import { queryOf } from "@/lib/http/body";
import { publicContext } from "@/lib/http/public-context";
import { json, route } from "@/lib/http/route";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { TrackOrderQuery } from "@/lib/orders/schemas";
import { trackOrder } from "@/lib/orders/track-order";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = publicContext();
    await takeAddressTurn(ctx, "track", request.headers);
    return json(await trackOrder(ctx, queryOf(request, TrackOrderQuery)));
  },
});
