import { openExport } from "@/lib/exports/open-export";
import { EXPORT_NAMES } from "@/lib/exports/model";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { route } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";
import { pakistanDay } from "@/lib/shared/pakistan-time";
import { z } from "zod";

const Filters = z.record(z.string(), z.string());

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { file }) => {
    const ctx = await adminContext(request);
    const name = EXPORT_NAMES.find((known) => `${known}.csv` === file);
    if (!name) throw new AppError("not_found", "There is no such export.");
    const stream = await openExport(ctx, { name, filters: queryOf(request, Filters) });
    return new Response(stream, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}-${pakistanDay(ctx.now)}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  },
});
