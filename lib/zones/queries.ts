import { sql } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import type { ZoneView } from "@/lib/zones/schemas";
import { zoneView } from "@/lib/zones/zone-view";

/** What delivery costs, by city; what holds for all others comes first. */
export async function listZones({ db, actor }: UserCtx): Promise<ZoneView[]> {
  requireStaff(actor);
  const rows = await db
    .select()
    .from(deliveryZones)
    .orderBy(sql`${deliveryZones.city} <> '*'`, deliveryZones.city);
  return rows.map(zoneView);
}
