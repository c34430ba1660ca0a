import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { idOf, json, route } from "@/lib/http/route";
import { listEvents } from "@/lib/payments/list-events";
import { PageQuery } from "@/lib/shared/fields";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await staffContext(request);
    const page = queryOf(request, PageQuery);
    const events = await listEvents(ctx, { ...page, paymentId: idOf(id, "payment_not_found") });
    return json(pageOf(request, page, events));
  },
});
