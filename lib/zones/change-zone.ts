import { eq } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { changedSince, changesOf } from "@/lib/shared/changes";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import type { ZoneTerms, ZoneView } from "@/lib/zones/schemas";
import { zoneColumns, zoneTerms, zoneView } from "@/lib/zones/zone-view";

type ChangeZone = { zoneId: number; changes: Partial<ZoneTerms>; seen: Partial<ZoneTerms> };

/** Changes what delivery to a city costs; 409 `changed_meanwhile` where somebody else has since it was seen. */
export async function changeZone(ctx: UserCtx, { zoneId, changes, seen }: ChangeZone): Promise<ZoneView> {
  requireAdmin(ctx.actor, "Delivery charges are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(deliveryZones).where(eq(deliveryZones.id, zoneId)).for("no key update");
    if (!row) throw new AppError("not_found", "There is no such delivery charge.");
    const before = zoneTerms(row);
    const since = changedSince<ZoneTerms>(changes, seen, before);
    if (since.length > 0) {
      throw new AppError("changed_meanwhile", "Somebody else has changed this charge meanwhile.", { changes: since });
    }
    const after = { ...before, ...changes };
    const changed = changesOf(before, after);
    if (!changed) return zoneView(row);
    await tx.update(deliveryZones).set(zoneColumns(after)).where(eq(deliveryZones.id, zoneId));
    await recordAudit(tx, ctx, "zone.change", `zone:${zoneId}`, { city: row.city }, changed);
    return { id: zoneId, city: row.city, ...after };
  });
}
