import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveryZones } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import type { DeliveryRule } from "@/lib/orders/model";

/** The zone that is named first among those there are, as SQL: for what is quoted and for what is ordered. */
export const nearestZone = (zones: unknown) => sql`
  select charge_paisa, free_from_paisa from ${deliveryZones} where city = any(${zones}::text[])
  order by array_position(${zones}::text[], city) limit 1`;

const FIND = statement<
  { zones: string[] },
  { chargePaisa: DeliveryRule["charge"]; freeFromPaisa: DeliveryRule["freeFrom"] }
>(({ zones }) => nearestZone(zones));

/** What delivery costs where the merchant has set that up; null elsewhere. */
export async function findDeliveryRule(db: Database, input: { zones: string[] }): Promise<DeliveryRule | null> {
  const [zone] = await FIND(db, input);
  return zone ? { charge: zone.chargePaisa, freeFrom: zone.freeFromPaisa } : null;
}
