import { exportsDatabase } from "@/db/client";
import type { ExportName } from "@/lib/exports/model";
import { openExport } from "@/lib/exports/open-export";
import { answerBack } from "@/lib/http/back-with";
import type { UserCtx } from "@/lib/shared/context";
import { pakistanDay } from "@/lib/shared/pakistan-time";

type Asked = { name: ExportName; filters: Record<string, string>; back?: string };

/** A file that is made while it is read; who only asks whether there is one opens none. A page's link leads back to it. */
export const answerExport = (request: Request, ctx: UserCtx, { name, filters, back }: Asked): Promise<Response> =>
  answerBack(back, async () => {
    const isAskedFor = request.method !== "HEAD";
    const reading = { from: exportsDatabase(), leaving: request.signal };
    const stream = isAskedFor ? await openExport(ctx, { name, filters }, reading) : null;
    return new Response(stream, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}-${pakistanDay(ctx.now)}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  });
