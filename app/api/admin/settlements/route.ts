import { answerUpload } from "@/app/api/admin/settlements/answer-upload";
import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listSettlements } from "@/lib/settlements/queries";
import { ListSettlementsQuery } from "@/lib/settlements/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListSettlementsQuery);
    return json(pageOf(request, query, await listSettlements(ctx, query)));
  },
  POST: async (request) => answerUpload(await staffContext(request), request),
});
