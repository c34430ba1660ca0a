import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { findSettlement, sumSettlementDays } from "@/lib/settlements/queries";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await staffContext(request);
    const settlement = await findSettlement(ctx, idOf(id, "not_found"));
    if (!settlement) throw new AppError("not_found", "There is no such settlement file.");
    return json({ ...settlement, days: await sumSettlementDays(ctx, settlement.id) });
  },
});
