import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { idOf, json, route } from "@/lib/http/route";
import { listRows } from "@/lib/settlements/list-rows";
import { ListRowsQuery } from "@/lib/settlements/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListRowsQuery);
    return json(pageOf(request, query, await listRows(ctx, { ...query, fileId: idOf(id, "not_found") })));
  },
});
