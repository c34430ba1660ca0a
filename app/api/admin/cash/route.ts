import { listCash, sumCash } from "@/lib/cash/list-cash";
import { ListCashQuery } from "@/lib/cash/schemas";
import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListCashQuery);
    return json({ ...pageOf(request, query, await listCash(ctx, query)), couriers: await sumCash(ctx) });
  },
});
