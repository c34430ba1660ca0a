import { type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import type { Zero } from "@/lib/figures/model";

const TAKEN = sql`coalesce(payment.accepted_paisa, payment.amount_paisa)`;

/** Money of a payment that is here, not wanted back and not on its way back. */
const IS_KEPT = sql`payment.status in ('completed', 'partially_refunded') and payment.give_back_wanted_at is null
  and not exists (select from ${refunds} where payment_id = payment.id and ${refunds.status} = 'processing')`;

const keptMoney = (from: SQL): SQL => sql`
  select payment.id as payment_id, null::bigint as review_id, null::text as review_kind,
    ${TAKEN} - payment.refunded_paisa as amount, payment.completed_at as since
  from ${from} and ${IS_KEPT}`;

const openReviews = (kinds: SQL): SQL => sql`
  select payment.id as payment_id, item.id as review_id, item.kind::text as review_kind,
    coalesce(${TAKEN}, settled.gross_paisa) as amount, item.opened_at as since
  from ${reviewItems} as item left join ${payments} as payment on payment.id = item.payment_id
  left join ${settlementRows} as settled on settled.id = item.settlement_row_id
  where item.closed_at is null and item.kind in ${kinds}`;

const STUCK_KINDS = sql`('give_back_stuck', 'refund_unknown')`;

/**
 * What each of the numbers that must be zero counts, one row for each case; the number and the list of its cases are
 * made of the same.
 *
 * - Paid without order: money of surplus payments and of cancelled orders that is neither wanted back nor on its way.
 * - Unknown: attempts of which JazzCash has not said for half an hour whether they were paid. A voucher whose time still
 *   runs is no such attempt, nor one about whose amount a person is asked.
 * - Differing: amounts that a person is asked about.
 * - Stuck: money that could not be given back, or of which after a day it is not known whether it went.
 */
export const casesOf = (now: SQL): Record<Zero, SQL> => ({
  paid_without_order: sql`
    ${keptMoney(sql`${payments} as payment where is_surplus`)}
    union all
    ${keptMoney(sql`${orders} as "order" cross join lateral (
        select * from ${payments} where order_id = "order".id and status in ('completed', 'partially_refunded', 'refunded')
          and not is_surplus limit 1
      ) as payment where "order".status = 'cancelled' and "order".payment_status in ('paid', 'partially_refunded')`)}`,
  unknown: sql`
    select payment.id as payment_id, null::bigint as review_id, null::text as review_kind,
      payment.amount_paisa as amount, payment.created_at as since
    from ${payments} as payment
    where payment.status = 'processing' and payment.created_at < ${now}::timestamptz - interval '30 minutes'
      and (payment.voucher_number is null or payment.expires_at <= ${now})
      and not exists (select from ${reviewItems} where payment_id = payment.id and kind = 'amount_differs' and closed_at is null)`,
  differing: openReviews(sql`('amount_differs', 'confirmation_differs', 'settlement_differs')`),
  stuck: sql`
    ${openReviews(STUCK_KINDS)}
    union all
    select refund.payment_id, null, null, refund.amount_paisa, refund.created_at from ${refunds} as refund
    where refund.status = 'processing' and refund.created_at < ${now}::timestamptz - interval '24 hours' and not exists (
      select from ${reviewItems} as item
      where item.payment_id = refund.payment_id and item.closed_at is null and item.kind in ${STUCK_KINDS})`,
});
