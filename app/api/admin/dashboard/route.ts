import { getDashboard } from "@/lib/figures/get-dashboard";
import { dayOf, readRange } from "@/lib/figures/model";
import { DashboardQuery } from "@/lib/figures/schemas";
import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, DashboardQuery);
    return json(await getDashboard(ctx, readRange(query, dayOf(ctx.now))));
  },
});
