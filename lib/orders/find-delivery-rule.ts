import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveryZones } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import type { DeliveryRule } from "@/lib/orders/model";

/** The zone that is named first among those there are, as SQL: for what is quoted and for what is ordered. */
export const nearestZone = (zones: unknown) => sql`
  select charge_paisa, free_from_paisa from ${deliveryZones} where city = any(${zones}::text[])
  order by array_position(${zones}::text[], city) limit 1`;

type Zone = { chargePaisa: DeliveryRule["charge"]; freeFromPaisa: DeliveryRule["freeFrom"] };

const ruleOf = ({ chargePaisa, freeFromPaisa }: Zone): DeliveryRule => ({
  charge: chargePaisa,
  freeFrom: freeFromPaisa,
});

const FIND = statement<{ zones: string[] }, Zone>(({ zones }) => nearestZone(zones));

const LIST = statement<object, Zone>(() => sql`select distinct charge_paisa, free_from_paisa from ${deliveryZones}`);

/** What delivery costs where the merchant has set that up; null elsewhere. */
export async function findDeliveryRule(db: Database, input: { zones: string[] }): Promise<DeliveryRule | null> {
  const [zone] = await FIND(db, input);
  return zone ? ruleOf(zone) : null;
}

/** All that delivery may cost, whichever the city. */
export const listDeliveryRules = async (db: Database): Promise<DeliveryRule[]> => (await LIST(db, {})).map(ruleOf);
