import { queryOf } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listPayments } from "@/lib/payments/queries";
import { PageQuery } from "@/lib/shared/fields";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await userContext(request);
    const page = queryOf(request, PageQuery);
    return json(pageOf(request, page, await listPayments(ctx, page)));
  },
});
