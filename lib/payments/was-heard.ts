import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { paymentEvents } from "@/db/schema/payments";
import { statement } from "@/db/statement";

const FIND_TWIN = statement<{ paymentId: number; fields: string }, { id: number }>(
  ({ paymentId, fields }) => sql`
    select id from ${paymentEvents}
    where payment_id = ${paymentId} and not is_outgoing and refusal is null and fields = ${fields}::jsonb limit 1`,
);

/** Whether this very message was taken in before: a repeat puts nothing before a person once more. */
export async function wasHeard(tx: Database, paymentId: number, fields: Record<string, string>): Promise<boolean> {
  const [twin] = await FIND_TWIN(tx, { paymentId, fields: JSON.stringify(fields) });
  return twin !== undefined;
}
