import { listAudit } from "@/lib/audit/queries";
import { ListAuditQuery } from "@/lib/audit/schemas";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await adminContext(request);
    const query = queryOf(request, ListAuditQuery);
    return json(pageOf(request, query, await listAudit(ctx, query)));
  },
});
