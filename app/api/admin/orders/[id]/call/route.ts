import { recordCall } from "@/lib/cash/record-call";
import { RecordCallInput } from "@/lib/cash/schemas";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, RecordCallInput);
    return json(await recordCall(ctx, { ...input, orderId: idOf(id, "order_not_found") }));
  },
});
