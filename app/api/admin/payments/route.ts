import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { SearchPaymentsQuery } from "@/lib/payments/schemas";
import { searchPayments } from "@/lib/payments/search-payments";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, SearchPaymentsQuery);
    return json(pageOf(request, query, await searchPayments(ctx, query)));
  },
});
