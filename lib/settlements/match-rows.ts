import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { settlementRows } from "@/db/schema/settlements";
import { statement } from "@/db/statement";
import type { Here } from "@/lib/settlements/model";
import { type SaidRows, saidTable } from "@/lib/settlements/said-rows";
import { trackingKey } from "@/lib/settlements/tracking-key";

type Settled = { settledNet: number | null; settledOn: string | null };
export type Match = Here & Settled & { line: number; paymentId: number; orderId: number };

const TAKEN = sql`coalesce(payment.accepted_paisa, payment.amount_paisa)`;

/** Whether a row of before says the same as this one. */
const ALIKE = sql`
  (before.gross_paisa, before.fee_paisa, before.tax_paisa, before.net_paisa, before.settled_on)
    = (said.gross, said.fee, said.tax, said.net, said.day::date)`;

const HERE = sql`
  said.line, payment.id as payment_id, payment.order_id, payment.payment_method as method, payment.status,
  ${TAKEN} as taken_paisa, bought.status as order_status, payment.settled_at is not null as is_settled,
  coalesce(is_settled_alike, false) as is_settled_alike, settled_net, settled_on,
  coalesce(refunds, 0)::int as refunds, coalesce(refunds_settled, 0)::int as refunds_settled,
  coalesce(same_before, 0)::int as same_before, coalesce(same_elsewhere, 0)::int as same_elsewhere,
  coalesce(same_taken_back, 0)::int as same_taken_back`;

/** The refunds of a payment that a row may take back. */
const refundsMeantOf = (paymentId: SQL) => sql`${refunds} as made
  where made.payment_id = ${paymentId} and made.status = 'completed' and made.amount_paisa = -said.gross`;

const BEFORE = (fileId: unknown) => sql`
  left join lateral (
    select ${ALIKE} as is_settled_alike, net_paisa as settled_net, settled_on::text as settled_on
    from ${settlementRows} as before where before.payment_id = payment.id and before.outcome = 'settled'
  ) as settled on payment.settled_at is not null
  left join lateral (
    select count(*) filter (where before.outcome = 'given_back') as refunds_settled,
      count(*) filter (where before.file_id = ${fileId} and before.line < said.line and ${ALIKE}) as same_before,
      count(*) filter (where before.file_id <> ${fileId} and before.outcome = 'given_back' and ${ALIKE}) as same_elsewhere,
      count(*) filter (where before.outcome = 'given_back' and ${ALIKE}) as same_taken_back, (
        select count(*) from ${refundsMeantOf(sql`payment.id`)}
      ) as refunds
    from ${settlementRows} as before where before.payment_id = payment.id and before.gross_paisa = said.gross
  ) as back on said.gross < 0`;

/** JazzCash names our reference, or its own. */
const BY_GATEWAY = statement<SaidRows, Match>(
  (o) => sql`
    select ${HERE}, false as has_twin
    from ${saidTable(o)} cross join lateral (
      select id from ${payments} where transaction_id = said.number
      union all select id from ${payments} where gateway_reference in (said.reference, said.number)
      limit 1
    ) as named
    join ${payments} as payment on payment.id = named.id join ${orders} as bought on bought.id = payment.order_id
    ${BEFORE(o.fileId)}`,
);

/**
 * Of orders that share a tracking number the one is meant that has this amount, of an order its cash. Where several have
 * it, nobody can know which one is meant; nor which refund of several is taken back, nor where a fee without cash is for one of several.
 */
const BY_COURIER = statement<SaidRows, Match>(
  (o) => sql`
    select ${HERE}, bought.order_number <> said.number and exists (
      select from ${orders} as other join ${payments} as twin on twin.order_id = other.id
      where ${trackingKey(sql`other.tracking_number`)} = ${trackingKey(sql`said.reference`)} and other.tracking_number <> ''
        and twin.id <> payment.id and case when said.gross = 0 then other.id <> bought.id
          when said.gross < 0 then exists (select from ${refundsMeantOf(sql`twin.id`)})
          else twin.payment_method = 'cash_on_delivery' and coalesce(twin.accepted_paisa, twin.amount_paisa) = said.gross
            and (twin.completed_at is not null or twin.status = 'pending') end
    ) as has_twin
    from ${saidTable(o)} cross join lateral (
      select payment.id from (
        select id from ${orders}
        where ${trackingKey(sql`tracking_number`)} = ${trackingKey(sql`said.reference`)} and tracking_number <> ''
        union select id from ${orders} where order_number = said.number
      ) as named join ${payments} as payment on payment.order_id = named.id
      order by payment.payment_method = 'cash_on_delivery' desc, ${TAKEN} = said.gross desc,
        said.gross < 0 and exists (select from ${refundsMeantOf(sql`payment.id`)}) desc,
        payment.completed_at is not null desc, payment.status = 'pending' desc, payment.settled_at is null desc, payment.id
      limit 1
    ) as meant
    join ${payments} as payment on payment.id = meant.id join ${orders} as bought on bought.id = payment.order_id
    ${BEFORE(o.fileId)}`,
);

/** Fees without a payment that a row of before has taken: who sent them, what for, and what they say. */
const CHARGED = statement<SaidRows, { line: number }>(
  (o) => sql`
    select said.line from ${saidTable(o)}
    where said.gross = 0 and exists (
      select from ${settlementRows} as before
      where before.gross_paisa = 0 and before.source = ${o.source}::settlement_source and before.outcome = 'charged'
        and ${trackingKey(sql`before.reference`)} = ${trackingKey(sql`said.reference`)} and ${ALIKE})`,
);

export type Matches = { byLine: ReadonlyMap<number, Match>; charged: ReadonlySet<number> };

/** The payments that rows of a file name, by line, as far as they are `locked`; and the fees that are known already. */
export async function matchRows(tx: Database, said: SaidRows, locked: ReadonlySet<number>): Promise<Matches> {
  const isCourier = said.source === "courier";
  const found = await (isCourier ? BY_COURIER : BY_GATEWAY)(tx, said);
  const charged = said.gross.includes(0) ? await CHARGED(tx, said) : [];
  const ours = found.filter((match) => locked.has(isCourier ? match.orderId : match.paymentId));
  return {
    byLine: new Map(ours.map((match) => [match.line, match])),
    charged: new Set(charged.map(({ line }) => line)),
  };
}
