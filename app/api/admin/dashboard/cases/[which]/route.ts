import { listCases } from "@/lib/figures/list-cases";
import { zeroAt } from "@/lib/figures/model";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { which = "" }) => {
    const ctx = await staffContext(request);
    const zero = zeroAt(which);
    if (!zero) throw new AppError("not_found", "There is nothing at this address.");
    const { cases, isAll } = await listCases(ctx, zero);
    return json({ results: cases, is_all: isAll });
  },
});
