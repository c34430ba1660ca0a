import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { paymentEvents, payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import { type LedgerInvariant, TAKEN } from "@/lib/ledger/ledger-invariant";

/** What came from customers, and what went back to them, in a group of movements. */
const CAME = sql`coalesce(sum(movement.amount_paisa) filter (where from_account = 'customer'), 0)`;
const WENT = sql`coalesce(sum(movement.amount_paisa) filter (where to_account = 'customer'), 0)`;

const TAKEN_PAISA = sql`case when payment.status in ${TAKEN} then coalesce(accepted_paisa, amount_paisa) else 0 end`;

const MONEY_IS_QUESTIONED = sql`kind in ('late_success', 'paid_twice', 'give_back_stuck', 'refund_unknown')`;

export const movementInvariants: LedgerInvariant[] = [
  {
    name: "movements_fold_to_payments",
    sentence: "What moved from and to the customer is what each payment says was taken and given back.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment left join (
        select payment_id, ${CAME} as came, ${WENT} as went from ${moneyMovements} as movement group by payment_id
      ) as folded on folded.payment_id = payment.id
      where (coalesce(came, 0), coalesce(went, 0)) <> (${TAKEN_PAISA}, refunded_paisa)`,
  },
  {
    name: "movements_fold_to_orders",
    sentence: "What moved for an order, surplus payments apart, is what the order says was paid and given back.",
    of: "order",
    query: sql`
      select "order".id from ${orders} as "order" left join (
        select order_id, ${CAME} as came, ${WENT} as went
        from ${moneyMovements} as movement join ${payments} as payment on payment.id = payment_id
        where not is_surplus group by order_id
      ) as folded on folded.order_id = "order".id
      where (coalesce(came, 0), coalesce(went, 0)) <> (paid_paisa, refunded_paisa)`,
  },
  {
    name: "movements_fit_their_method",
    sentence:
      "Each movement is between the accounts of its kind, of a kind of its payment's method, under its one reference.",
    of: "movement",
    query: sql`
      select movement.id from ${moneyMovements} as movement left join ${payments} as payment on payment.id = payment_id
      left join ${refunds} as refund on refund.id = refund_id
      left join ${settlementRows} as row on row.id = settlement_row_id
      cross join lateral (select right(kind::text, 5) = '_back') as direction (is_back)
      where not coalesce(case kind
        when 'payment' then (from_account, to_account) = ('customer', 'gateway') and refund_id is null
          and payment_method <> 'cash_on_delivery' and movement.reference = 'payment:' || transaction_id
        when 'cash_collected' then (from_account, to_account) = ('customer', 'courier') and refund_id is null
          and payment_method = 'cash_on_delivery' and movement.reference = 'payment:' || transaction_id
        when 'refund' then (from_account, to_account) = ('gateway', 'customer') and way <> 'cash'
          and payment_method <> 'cash_on_delivery' and movement.reference = 'refund:' || refund_id
        when 'cash_returned' then (from_account, to_account) = ('courier', 'customer') and way = 'cash'
          and payment_method = 'cash_on_delivery' and movement.reference = 'refund:' || refund_id
        else refund_id is null and movement.payment_id is not distinct from row.payment_id
          and (outcome = 'charged' or source::text
            = case payment_method when 'cash_on_delivery' then 'courier' else 'gateway' end)
          and movement.reference = kind || ':' || case outcome when 'settled' then transaction_id else 'row:' || row.id end
          and source::text = (case when is_back then to_account else from_account end)::text
          and (case when is_back then from_account else to_account end)
            = case replace(kind::text, '_back', '') when 'settled' then 'bank' when 'fee' then 'fee'
              else 'tax_withheld' end::money_account
      end, false)`,
  },
  {
    name: "refunds_have_one_movement",
    sentence: "Each completed refund moved its amount of its payment once; no other refund moved anything.",
    of: "refund",
    query: sql`
      select refund.id from ${refunds} as refund left join ${moneyMovements} as movement on refund_id = refund.id
      group by refund.id
      having count(movement.id) <> case status when 'completed' then 1 else 0 end
        or bool_or((movement.payment_id, movement.amount_paisa) <> (refund.payment_id, refund.amount_paisa))`,
  },
  {
    name: "refunds_fold_to_payments",
    sentence:
      "A payment's completed refunds are what it says was given back, and with one under way they are within what was taken.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment left join (
        select payment_id, coalesce(sum(amount_paisa) filter (where status = 'completed'), 0) as given,
          coalesce(sum(amount_paisa) filter (where status <> 'failed'), 0) as promised
        from ${refunds} group by payment_id
      ) as refund on refund.payment_id = payment.id
      where coalesce(given, 0) <> refunded_paisa or coalesce(promised, 0) > ${TAKEN_PAISA}`,
  },
  {
    name: "refunds_are_sent_once",
    sentence: "Each refund by JazzCash was sent once, and each completed one was noted once.",
    of: "payment",
    query: sql`
      select coalesce(refund.payment_id, event.payment_id) as id from (
        select payment_id, count(*) filter (where way in ('card', 'wallet', 'voucher')) as by_gateway,
          count(*) filter (where status = 'completed') as completed
        from ${refunds} group by payment_id
      ) as refund full join (
        select payment_id, count(*) filter (where is_outgoing) as sent, count(*) filter (where not is_outgoing) as noted
        from ${paymentEvents} where (is_outgoing and channel = 'refund') or decision = 'refund_completed' group by payment_id
      ) as event on event.payment_id = refund.payment_id
      where (coalesce(sent, 0), coalesce(noted, 0)) <> (coalesce(by_gateway, 0), coalesce(completed, 0))`,
  },
  {
    name: "money_to_give_back_is_on_its_way",
    sentence: "Surplus money and money of cancelled orders is given back, wanted back, under way, or before a person.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment join ${orders} as "order" on "order".id = order_id
      where (is_surplus or "order".status = 'cancelled') and payment.refunded_paisa < ${TAKEN_PAISA}
        and give_back_wanted_at is null
        and not exists (select from ${refunds} as refund where refund.payment_id = payment.id and refund.status = 'processing')
        and not exists (
          select from ${reviewItems} as item
          where item.payment_id = payment.id and closed_at is null and ${MONEY_IS_QUESTIONED})`,
  },
  {
    name: "only_money_to_give_back_is_wanted_back",
    sentence:
      "Nothing is wanted back but surplus money, money of cancelled orders, and what a person decided to give back.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment join ${orders} as "order" on "order".id = order_id
      where give_back_wanted_at is not null and not is_surplus and "order".status <> 'cancelled' and not exists (
        select from ${reviewItems} as item
        where item.payment_id = payment.id and kind in ('amount_differs', 'give_back_stuck') and closed_by like 'user:%')`,
  },
];
