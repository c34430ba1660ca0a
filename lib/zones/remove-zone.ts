import { eq } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { changedSince } from "@/lib/shared/changes";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import type { ZoneTerms } from "@/lib/zones/schemas";
import { zoneTerms } from "@/lib/zones/zone-view";

type RemoveZone = { zoneId: number; seen?: Partial<ZoneTerms> };

/**
 * Takes a city's charge away: the one of all other cities holds for it again, if there is one. 409 `changed_meanwhile`
 * where somebody else has changed it since it was seen.
 */
export async function removeZone(ctx: UserCtx, { zoneId, seen }: RemoveZone): Promise<void> {
  requireAdmin(ctx.actor, "Delivery charges are for the shop's administrators.");
  await ctx.db.transaction(async (tx) => {
    const isIt = eq(deliveryZones.id, zoneId);
    const [row] = await tx.select().from(deliveryZones).where(isIt).for("update");
    if (!row) throw new AppError("not_found", "There is no such delivery charge.");
    const terms = zoneTerms(row);
    const changes = seen ? changedSince<ZoneTerms>({ charge: "", free_from: "" }, seen, terms) : [];
    if (changes.length > 0) {
      throw new AppError("changed_meanwhile", "Somebody else has changed this charge meanwhile.", { changes });
    }
    await tx.delete(deliveryZones).where(isIt);
    const before = { city: row.city, ...terms };
    await recordAudit(tx, ctx, "zone.remove", `zone:${zoneId}`, {}, { before });
  });
}
