import { deliveryZones } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import type { CreateZoneInput, ZoneView } from "@/lib/zones/schemas";
import { zoneColumns, zoneView } from "@/lib/zones/zone-view";

/** An administrator says what delivery to a city costs; 409 `already_there` where that is said already. */
export async function createZone(ctx: UserCtx, { city, ...terms }: CreateZoneInput): Promise<ZoneView> {
  requireAdmin(ctx.actor, "Delivery charges are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(deliveryZones)
      .values({ city, ...zoneColumns(terms) })
      .returning();
    if (!row) throw new Error("no zone was made");
    await recordAudit(tx, ctx, "zone.create", `zone:${row.id}`, {}, { after: { city, ...terms } });
    return zoneView(row);
  });
}
