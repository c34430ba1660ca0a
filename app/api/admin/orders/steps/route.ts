import { TakeStepsInput } from "@/lib/desk/schemas";
import { takeSteps } from "@/lib/desk/take-steps";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await staffContext(request);
    const { step, order_ids, courier, tracking_numbers = [] } = await jsonBody(request, TakeStepsInput);
    const numbers = new Map(tracking_numbers.map((parcel) => [parcel.order_id, parcel.tracking_number]));
    const chosen = [...new Set(order_ids)].map((orderId) => ({ orderId, trackingNumber: numbers.get(orderId) }));
    return json({ results: await takeSteps(ctx, { step, chosen, courier }) });
  },
});
