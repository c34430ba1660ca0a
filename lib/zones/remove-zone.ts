import { eq } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { zoneTerms } from "@/lib/zones/zone-view";

/** Takes a city's charge away: the one of all other cities holds for it again, if there is one. */
export async function removeZone(ctx: UserCtx, { zoneId }: { zoneId: number }): Promise<void> {
  requireAdmin(ctx.actor, "Delivery charges are for the shop's administrators.");
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.delete(deliveryZones).where(eq(deliveryZones.id, zoneId)).returning();
    if (!row) throw new AppError("not_found", "There is no such delivery charge.");
    const before = { city: row.city, ...zoneTerms(row) };
    await recordAudit(tx, ctx, "zone.remove", `zone:${zoneId}`, {}, { before });
  });
}
