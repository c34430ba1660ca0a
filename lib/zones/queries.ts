import { sql } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import type { Ctx } from "@/lib/shared/context";
import type { ZoneView } from "@/lib/zones/schemas";
import { zoneView } from "@/lib/zones/zone-view";

/** What delivery costs, by city; what holds for all others comes first. */
export async function listZones({ db }: Pick<Ctx, "db">): Promise<ZoneView[]> {
  const rows = await db
    .select()
    .from(deliveryZones)
    .orderBy(sql`${deliveryZones.city} <> '*'`, deliveryZones.city);
  return rows.map(zoneView);
}
