import { listAudit } from "@/lib/audit/queries";
import { ListAuditQuery } from "@/lib/audit/schemas";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { atQuery } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";

/** The log from one entry on: `next` are older ones, `previous` newer; `count` is null beyond a thousand. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await adminContext(request);
    const { count, rows, older, newer } = await listAudit(ctx, queryOf(request, ListAuditQuery));
    return json({
      count,
      next: older && atQuery(request, { before: older, after: null }),
      previous: newer && atQuery(request, { after: newer, before: null }),
      results: rows,
    });
  },
});
