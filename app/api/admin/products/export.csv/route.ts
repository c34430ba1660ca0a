import { openExport } from "@/lib/exports/open-export";
import { adminContext } from "@/lib/http/context";
import { route } from "@/lib/http/route";
import { pakistanDay } from "@/lib/shared/pakistan-time";

/** The whole catalogue as a file that can be changed and imported again. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await adminContext(request);
    return new Response(await openExport(ctx, { name: "products", filters: {} }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="products-${pakistanDay(ctx.now)}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  },
});
