import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { replayNotice } from "@/lib/payments/replay-notice";
import { ReplayNoticeInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const { event_id } = await jsonBody(request, ReplayNoticeInput);
    return json(await replayNotice(ctx, { paymentId: idOf(id, "payment_not_found"), eventId: event_id }));
  },
});
