import { z } from "zod";
import { EXPORT_NAMES } from "@/lib/exports/model";
import { answerExport } from "@/lib/http/answer-export";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { route } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";

const Query = z.object({ back: z.string().max(1000).optional() }).catchall(z.string());

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { file }) => {
    const ctx = await adminContext(request);
    const name = EXPORT_NAMES.find((known) => `${known}.csv` === file);
    if (!name) throw new AppError("not_found", "There is no such export.");
    const { back, ...filters } = queryOf(request, Query);
    return answerExport(request, ctx, { name, filters, back });
  },
});
