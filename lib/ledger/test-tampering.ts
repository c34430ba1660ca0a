import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { later, NOON } from "@/db/test-fixtures";

/** The attempts of the shop that is tampered with, by what became of them. */
export type Ids = Record<"open" | "paid" | "cash" | "partly" | "late" | "twice" | "settled", number>;

type Change = (ids: Ids) => SQL;
type Tampering = (tx: Database, ids: Ids) => Promise<void>;

/** How an invariant is broken; `too` names others that cannot hold either then. */
export type Tamperings = Record<string, { too?: string[]; ways: Tampering[] }>;

export const run =
  (...changes: Change[]): Tampering =>
  async (tx, ids) => {
    for (const change of changes) await tx.execute(change(ids));
  };

/** What nobody can do while the guard of an append-only table stands. */
export function unguarded(table: string, ...changes: Change[]): Tampering {
  const guard = sql.raw(`trigger ${table}_append_only`);
  const alter = sql`alter table ${sql.raw(table)}`;
  return run(
    () => sql`${alter} disable ${guard}`,
    ...changes,
    () => sql`${alter} enable always ${guard}`,
  );
}

/** What the shop did, or with another channel what it sent. */
export const event = (id: number, decision: string, statusAfter: string | null, channel = "shop") => sql`
  insert into payment_events (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after, created_at)
  select id, transaction_id, ${channel}::payment_event_channel, ${channel} <> 'shop', '{}', ${decision}, ${statusAfter}::payment_status, ${NOON} from payments
  where id = ${id}`;

export const history = (id: number, from: string, to: string) => sql`
  insert into order_status_history (order_id, from_status, to_status, actor, created_at)
  select order_id, ${from}::order_status, ${to}::order_status, 'system:nobody', ${NOON} from payments where id = ${id}`;

export const refund = (id: number, amount: number, status: string, hoursAgo = 0, way = "cash") => sql`
  insert into refunds (payment_id, amount_paisa, way, status, reason, actor, created_at, updated_at)
  values (${id}, ${amount}, ${way}::refund_way, ${status}::refund_status, '', 'user:1', ${later(NOON, -60 * hoursAgo)}, ${NOON})`;

/** One more attempt for the order of another, opened as attempts are. */
export const secondAttempt = (id: number) => sql`
  with opened as (
    insert into payments (order_id, transaction_id, payment_method, amount_paisa, created_at, updated_at, expires_at)
    select order_id, 'T1', 'jazzcash', amount_paisa, created_at, created_at, ${later(NOON, 60)} from payments
    where id = ${id} returning *
  )
  insert into payment_events (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after, created_at)
  select id, transaction_id, 'form', true, '{}', 'opened', status, ${NOON} from opened`;

export const orderOf = (id: number) => sql`(select order_id from payments where id = ${id})`;
