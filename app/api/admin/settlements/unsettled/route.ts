import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import { ListUnsettledQuery } from "@/lib/settlements/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListUnsettledQuery);
    return json(pageOf(request, query, await listUnsettled(ctx, query)));
  },
});
