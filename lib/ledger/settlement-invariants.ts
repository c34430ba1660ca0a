import { type SQL, sql } from "drizzle-orm";
import { paymentEvents, payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { allowedSteps } from "@/lib/ledger/allowed-steps";
import { isNoStep, type LedgerInvariant, LIVE, TAKEN } from "@/lib/ledger/ledger-invariant";

/** A message that the gateway sent and the shop accepted. */
const ACCEPTED = sql`not is_outgoing and refusal is null and channel in ('callback', 'return', 'inquiry', 'wallet')`;

const BY_A_PERSON = sql`channel = 'shop' and decision in ('amount_accepted', 'amount_given_back')`;

/** A field of a message, absent where it says nothing. */
const said = (name: string): SQL => sql.raw(`nullif(nullif(fields->>'${name}', ''), 'null')`);

export const settlementInvariants: LedgerInvariant[] = [
  {
    name: "settlements_have_evidence",
    sentence: "Each payment that JazzCash took rests on its accepted message, or on a person's decision about one.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where payment_method <> 'cash_on_delivery' and status in ${TAKEN}
        and not exists (
          select from ${paymentEvents} where payment_id = payment.id and status_after = 'completed' and ${ACCEPTED})
        and not exists (
          select from ${paymentEvents} as answer join ${paymentEvents} as message on message.payment_id = answer.payment_id
          where answer.payment_id = payment.id and message.id < answer.id and answer.status_after = 'completed'
            and answer.channel = 'shop' and answer.decision in ('amount_accepted', 'amount_given_back')
            and not message.is_outgoing and message.refusal is null and message.decision like 'gateway_paid:%')
        and not exists (
          select from ${paymentEvents} as taken_over
          join ${paymentEvents} as message on message.payment_id = taken_over.payment_id
          where taken_over.payment_id = payment.id and taken_over.decision = 'carried_over'
            and taken_over.status_after in ${TAKEN}
            and not message.is_outgoing and message.refusal is null and message.decision like 'gateway_paid:%')`,
  },
  {
    name: "evidence_says_paid",
    sentence:
      "Each message that completed a payment is signed and says, in JazzCash's words, that this amount of this payment was paid.",
    of: "event",
    query: sql`
      select event.id from ${paymentEvents} as event join ${payments} as payment on payment.id = payment_id
      where status_after = 'completed' and channel <> 'shop' and (
        not (${ACCEPTED}) or ${said("pp_SecureHash")} is null
        or coalesce(${said("pp_TxnRefNo")}, payment.transaction_id) <> payment.transaction_id
        or coalesce(ltrim(${said("pp_Amount")}, '0'), amount_paisa::text) <> amount_paisa::text
        or coalesce(ltrim(${said("pp_DiscountedAmount")}, '0'), amount_paisa::text) <> amount_paisa::text
        or not coalesce(case channel
          when 'inquiry' then (${said("pp_Status")}, ${said("pp_PaymentResponseCode")}) = ('Completed', '121')
          else ${said("pp_ResponseCode")} in ('000', '121') end, false))`,
  },
  {
    name: "cash_is_recorded_by_staff",
    sentence: "Each cash payment that is complete was recorded by staff.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where payment_method = 'cash_on_delivery' and status in ${TAKEN} and not exists (
        select from ${paymentEvents} where payment_id = payment.id and channel = 'shop'
          and decision in ('cash_recorded', 'carried_over') and status_after in ${TAKEN})`,
  },
  {
    name: "payment_states_fold_from_events",
    sentence: "Each payment is where the last event that moved it left it.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment left join (
        select distinct on (payment_id) payment_id, status_after from ${paymentEvents}
        where status_after is not null order by payment_id, id desc
      ) as folded on folded.payment_id = payment.id
      where status_after is distinct from status`,
  },
  {
    name: "payment_steps_are_allowed",
    sentence: "Each step of a payment is one that the table of its states allows.",
    of: "payment",
    query: sql`
      select distinct payment_id as id from (
        select payment_id, decision, status_after, lag(status_after) over (partition by payment_id order by id) as before
        from ${paymentEvents} where status_after is not null
      ) as step
      where ${isNoStep(sql`before`, sql`status_after`, allowedSteps.payment)}
        and not (before is null and decision = 'carried_over')`,
  },
  {
    name: "refused_messages_change_nothing",
    sentence: "A refused message leaves its payment as it was.",
    of: "event",
    query: sql`select id from ${paymentEvents} where refusal is not null and status_after is not null`,
  },
  {
    name: "events_name_their_payment",
    sentence: "An event that belongs to a payment names its reference.",
    of: "event",
    query: sql`
      select event.id from ${paymentEvents} as event join ${payments} as payment on payment.id = payment_id
      where event.transaction_id is distinct from payment.transaction_id`,
  },
  {
    name: "one_live_attempt_for_an_order",
    sentence: "An order has at most one attempt that is not over.",
    of: "order",
    query: sql`select order_id as id from ${payments} where status in ${LIVE} group by order_id having count(*) > 1`,
  },
  {
    name: "cash_is_never_asked_about",
    sentence: "JazzCash is never asked about cash, and never heard about it.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where payment_method = 'cash_on_delivery'
        and (num_nonnulls(last_inquired_at, inquiry_wanted_at, confirmed_at) > 0 or inquiry_count <> 0)
      union
      select payment_id from ${paymentEvents} join ${payments} as payment on payment.id = payment_id
      where payment_method = 'cash_on_delivery' and channel <> 'shop'`,
  },
  {
    name: "other_amounts_were_accepted_by_a_person",
    sentence: "Where another amount counts than was asked for, a person has decided so.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where accepted_paisa is not null and not exists (
        select from ${paymentEvents} where payment_id = payment.id and ${BY_A_PERSON})`,
  },
  {
    name: "surplus_is_explained",
    sentence:
      "A payment counts as surplus where another one settled its order, or where a person gave its amount back.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where is_surplus
        and not exists (
          select from ${payments} as settled
          where settled.order_id = payment.order_id and settled.status in ${TAKEN} and not settled.is_surplus)
        and not exists (select from ${paymentEvents} where payment_id = payment.id and decision = 'amount_given_back')`,
  },
  {
    name: "persons_were_asked",
    sentence: "Whatever was decided to need a person was put before one.",
    of: "payment",
    query: sql`
      select distinct payment_id as id from ${paymentEvents} as event
      where decision like '%, review: %' and not exists (
        select from ${reviewItems} as item
        where item.payment_id = event.payment_id and kind::text = split_part(decision, ', review: ', 2))
      union
      select payment.id from ${payments} as payment
      where is_surplus and not exists (
        select from ${reviewItems} as item
        where item.payment_id = payment.id and kind in ('paid_twice', 'amount_differs'))`,
  },
];
