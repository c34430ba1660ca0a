import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listRefundRequests } from "@/lib/refunds/queries";
import { ListRefundRequestsQuery } from "@/lib/refunds/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await adminContext(request);
    const query = queryOf(request, ListRefundRequestsQuery);
    return json(pageOf(request, query, await listRefundRequests(ctx, query)));
  },
});
