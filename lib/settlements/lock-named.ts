import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { SettlementSource } from "@/lib/settlements/model";
import { type SaidRows, saidTable } from "@/lib/settlements/said-rows";
import { trackingKey } from "@/lib/settlements/tracking-key";

const NAMED_PAYMENTS = statement<SaidRows, { id: number }>(
  (o) => sql`
    select payment.id from ${saidTable(o)} join ${payments} as payment on payment.transaction_id = said.number
    union
    select payment.id from ${saidTable(o)} join ${payments} as payment on payment.gateway_reference in (said.reference, said.number)`,
);

const NAMED_ORDERS = statement<SaidRows, { id: number }>(
  (o) => sql`
    select bought.id from ${saidTable(o)} join ${orders} as bought
      on ${trackingKey(sql`bought.tracking_number`)} = ${trackingKey(sql`said.reference`)} and bought.tracking_number <> ''
    union
    select bought.id from ${saidTable(o)} join ${orders} as bought on bought.order_number = said.number`,
);

type Ids = { ids: number[] };

const LOCK_PAYMENTS = statement<Ids, { id: number }>(
  ({ ids }) => sql`
    select id from ${payments} where id = any(${ids}::bigint[]) order by order_id, id for no key update`,
);

const LOCK_ORDERS = statement<Ids, { id: number }>(
  ({ ids }) => sql`select id from ${orders} where id = any(${ids}::bigint[]) order by id for no key update`,
);

const LOCK_PAYMENTS_OF = statement<Ids, { id: number }>(
  ({ ids }) => sql`
    select id from ${payments} where order_id = any(${ids}::bigint[]) order by order_id, id for update`,
);

/** What rows name: payments of JazzCash's by our reference or its own, a courier's orders by their numbers. */
export const findNamed = async (tx: Database, said: SaidRows): Promise<number[]> =>
  (await (said.source === "gateway" ? NAMED_PAYMENTS : NAMED_ORDERS)(tx, said)).map(({ id }) => id);

/**
 * Locks all that a whole file names at one time and in everybody's order, so that nobody who locks several orders waits
 * for a file that waits for them. Answers what is locked; whatever is named only afterwards is for the next file.
 */
export async function lockNamed(tx: Database, source: SettlementSource, named: number[]): Promise<Set<number>> {
  if (named.length === 0) return new Set();
  const locked = await (source === "gateway" ? LOCK_PAYMENTS : LOCK_ORDERS)(tx, { ids: named });
  const ids = locked.map(({ id }) => id);
  if (source === "courier") await LOCK_PAYMENTS_OF(tx, { ids });
  return new Set(ids);
}
