import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { settlementRows } from "@/db/schema/settlements";
import { statement } from "@/db/statement";
import type { Here, SettlementSource } from "@/lib/settlements/model";
import type { FileRow } from "@/lib/settlements/read-rows";

type Said = { lines: number[]; references: string[]; numbers: string[]; gross: number[] };
export type Match = Here & { line: number; paymentId: number };

const TAKEN = sql`coalesce(payment.accepted_paisa, payment.amount_paisa)`;

const HERE = sql`
  said.line, payment.id as payment_id, payment.payment_method as method, payment.status, ${TAKEN} as taken_paisa,
  bought.status as order_status, payment.settled_at is not null as is_settled,
  case when gross < 0 then (
    select count(*) from ${refunds} where payment_id = payment.id and status = 'completed' and amount_paisa = -gross
  ) else 0 end as refunds,
  case when gross < 0 then (
    select count(*) from ${settlementRows}
    where payment_id = payment.id and outcome = 'given_back' and gross_paisa = gross
  ) else 0 end as refunds_settled`;

/** JazzCash names our reference, or its own. */
const BY_GATEWAY = statement<Said, Match>(
  ({ lines, references, gross }) => sql`
    select ${HERE}, false as has_twin
    from unnest(${lines}::int[], ${references}::text[], ${gross}::bigint[]) as said (line, reference, gross)
    cross join lateral (
      select id from ${payments} where transaction_id = said.reference
      union all select id from ${payments} where gateway_reference = said.reference
      limit 1
    ) as named
    join ${payments} as payment on payment.id = named.id join ${orders} as bought on bought.id = payment.order_id`,
);

/**
 * Of orders that share a tracking number the one is meant that has this amount, of an order its cash. Where several have
 * it, nobody can know which one is meant.
 */
const BY_COURIER = statement<Said, Match>(
  ({ lines, references, numbers, gross }) => sql`
    select ${HERE}, bought.order_number <> said.order_number and exists (
      select from ${orders} as other join ${payments} as twin on twin.order_id = other.id
      where other.tracking_number = said.reference and twin.payment_method = 'cash_on_delivery' and twin.id <> payment.id
        and coalesce(twin.accepted_paisa, twin.amount_paisa) = gross and (twin.completed_at is not null or twin.status = 'pending')
    ) as has_twin
    from unnest(${lines}::int[], ${references}::text[], ${numbers}::text[], ${gross}::bigint[])
      as said (line, reference, order_number, gross)
    cross join lateral (
      select payment.id, payment.order_id from (
        select id from ${orders} where tracking_number = said.reference and tracking_number <> ''
        union select id from ${orders} where order_number = said.order_number
      ) as named join ${payments} as payment on payment.order_id = named.id
      order by payment.payment_method = 'cash_on_delivery' desc, ${TAKEN} = gross desc,
        payment.completed_at is not null desc, payment.status = 'pending' desc, payment.settled_at is null desc, payment.id
      limit 1
    ) as meant
    join ${payments} as payment on payment.id = meant.id join ${orders} as bought on bought.id = payment.order_id`,
);

const LOCK_ORDERS = statement<Pick<Said, "references" | "numbers">, { id: number }>(
  ({ references, numbers }) => sql`
    select id from ${orders}
    where (tracking_number = any(${references}::text[]) and tracking_number <> '') or order_number = any(${numbers}::text[])
    order by id for no key update`,
);

const LOCK_PAYMENTS = statement<{ orderIds: number[] }, { id: number }>(
  ({ orderIds }) => sql`
    select id from ${payments} where order_id = any(${orderIds}::bigint[]) order by order_id, id for update`,
);

/** An order number as people copy it: in small letters, without its dashes. */
const asNumber = (reference: string): string =>
  reference
    .toUpperCase()
    .replace(/\s/g, "")
    .replace(/^ORD-?([0-9A-Z]{8})-?(\d{8})$/, "ORD-$1-$2");

/**
 * The payments that rows of a file name, by line. A courier's are locked with their orders, as their cash may be
 * recorded; what JazzCash took is final, so nobody has to wait for its file.
 */
export async function matchRows(
  tx: Database,
  source: SettlementSource,
  rows: readonly FileRow[],
): Promise<Map<number, Match>> {
  const said: Said = {
    lines: rows.map(({ line }) => line),
    references: rows.map(({ reference }) => reference),
    numbers: rows.map(({ reference }) => asNumber(reference)),
    gross: rows.map(({ gross }) => gross),
  };
  if (source === "courier") {
    const locked = await LOCK_ORDERS(tx, said);
    await LOCK_PAYMENTS(tx, { orderIds: locked.map(({ id }) => id) });
  }
  const matches = await (source === "gateway" ? BY_GATEWAY : BY_COURIER)(tx, said);
  return new Map(matches.map((match) => [match.line, match]));
}
