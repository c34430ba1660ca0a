import { sql, type SQL } from "drizzle-orm";
import { NOON } from "@/db/test-fixtures";
import { event, orderOf, refund, run, secondAttempt, type Tamperings, unguarded } from "@/lib/ledger/test-tampering";

const evidenceOf = (id: number) => sql`payment_id = ${id} and status_after = 'completed'`;

/** The message that the paid attempt rests on is made to say something else. */
const evidence = (fields: SQL) =>
  unguarded("payment_events", (ids) => sql`update payment_events set fields = ${fields} where ${evidenceOf(ids.paid)}`);
const says = (more: Record<string, string>) => evidence(sql`fields || ${JSON.stringify(more)}::jsonb`);

export const paymentTamperings: Tamperings = {
  settlements_have_evidence: {
    ways: [
      unguarded(
        "payment_events",
        (ids) => sql`update payment_events set channel = 'shop' where ${evidenceOf(ids.paid)}`,
      ),
    ],
  },
  evidence_says_paid: {
    ways: [
      unguarded(
        "payment_events",
        (ids) => sql`update payment_events set channel = 'inquiry' where ${evidenceOf(ids.paid)}`,
      ),
      evidence(sql`fields - 'pp_SecureHash'`),
      says({ pp_ResponseCode: "124" }),
      says({ pp_ResponseCode: "" }),
      says({ pp_TxnRefNo: "T20261125000000" }),
      says({ pp_Amount: "299999" }),
      says({ pp_DiscountedAmount: "299999" }),
    ],
  },
  cash_is_recorded_by_staff: {
    ways: [
      unguarded(
        "payment_events",
        (ids) => sql`
        update payment_events set decision = 'order_cancelled' where ${evidenceOf(ids.partly)}`,
      ),
    ],
  },
  payment_states_fold_from_events: {
    ways: [run((ids) => sql`update payments set status = 'expired' where id = ${ids.open}`)],
  },
  payment_steps_are_allowed: {
    ways: [
      run(
        (ids) => event(ids.open, "gateway_declined: to failed", "failed"),
        (ids) => event(ids.open, "reopened", "pending"),
      ),
    ],
  },
  refused_messages_change_nothing: {
    ways: [
      unguarded(
        "payment_events",
        (ids) => sql`
        update payment_events set refusal = 'invalid_input' where payment_id = ${ids.open} and decision = 'opened'`,
      ),
    ],
  },
  events_name_their_payment: {
    ways: [
      unguarded(
        "payment_events",
        (ids) => sql`update payment_events set transaction_id = 'T0' where payment_id = ${ids.open}`,
      ),
      unguarded(
        "payment_events",
        (ids) => sql`update payment_events set transaction_id = null where payment_id = ${ids.open}`,
      ),
    ],
  },
  one_live_attempt_for_an_order: {
    too: ["rules_are_in_force"],
    ways: [
      run(
        () => sql`drop index payments_one_live_per_order`,
        (ids) => secondAttempt(ids.open),
      ),
    ],
  },
  cash_is_never_asked_about: {
    ways: [
      run((ids) => sql`update payments set inquiry_count = 1 where id = ${ids.cash}`),
      run((ids) => sql`update payments set inquiry_wanted_at = ${NOON} where id = ${ids.cash}`),
      unguarded(
        "payment_events",
        (ids) => sql`update payment_events set channel = 'inquiry' where payment_id = ${ids.cash}`,
      ),
    ],
  },
  other_amounts_were_accepted_by_a_person: {
    ways: [run((ids) => sql`update payments set accepted_paisa = amount_paisa where id = ${ids.paid}`)],
  },
  surplus_is_explained: {
    ways: [
      run(
        (ids) => sql`update payments set is_surplus = true where id = ${ids.late}`,
        (ids) => sql`update orders set paid_paisa = 0, payment_status = 'unpaid' where id = ${orderOf(ids.late)}`,
        (ids) => sql`update review_items set kind = 'paid_twice' where payment_id = ${ids.late}`,
      ),
    ],
  },
  persons_were_asked: {
    ways: [
      run((ids) => sql`delete from review_items where payment_id = ${ids.twice}`),
      run((ids) => event(ids.open, "gateway_pending: nothing changes, review: after_sale_code", null)),
    ],
  },
  movements_fold_to_payments: {
    too: ["money_figures_add_up"],
    ways: [
      unguarded(
        "money_movements",
        (ids) => sql`
        update money_movements set amount_paisa = amount_paisa - 1 where payment_id = ${ids.twice}`,
      ),
    ],
  },
  movements_fold_to_orders: {
    ways: [run((ids) => sql`update orders set refunded_paisa = refunded_paisa - 1 where id = ${orderOf(ids.partly)}`)],
  },
  movements_fit_their_method: {
    ways: [
      unguarded(
        "money_movements",
        (ids) => sql`update money_movements set reference = 'other' where payment_id = ${ids.paid}`,
      ),
      unguarded(
        "money_movements",
        (ids) => sql`update money_movements set to_account = 'bank' where payment_id = ${ids.paid}`,
      ),
      unguarded(
        "money_movements",
        (ids) => sql`
        update money_movements set kind = 'cash_collected', to_account = 'courier' where payment_id = ${ids.paid}`,
        () => sql`
          update money_figures set kind = 'cash_collected'
          where id = (select min(id) from money_figures where kind = 'payment')`,
      ),
    ],
  },
  refunds_have_one_movement: {
    ways: [
      unguarded(
        "money_movements",
        (ids) => refund(ids.partly, 100_000, "failed"),
        () => sql`
          update money_movements set refund_id = failed.id, reference = 'refund:' || failed.id
          from refunds as failed where failed.status = 'failed' and kind = 'cash_returned'`,
      ),
    ],
  },
  refunds_fold_to_payments: {
    ways: [run((ids) => refund(ids.partly, 200_001, "processing")), run((ids) => refund(ids.cash, 1, "processing"))],
  },
  refunds_are_sent_once: {
    ways: [
      run((ids) => event(ids.partly, "refund_completed", null)),
      run((ids) => event(ids.paid, "sent", null, "refund")),
      run((ids) => refund(ids.paid, 1, "failed", 0, "card")),
      unguarded(
        "payment_events",
        (ids) => sql`
        update payment_events set decision = 'refunded' where payment_id = ${ids.partly} and decision = 'refund_completed'`,
      ),
    ],
  },
  money_to_give_back_is_on_its_way: {
    ways: [
      run(
        (ids) => sql`update payments set give_back_wanted_at = null where id = ${ids.late}`,
        (ids) => sql`
          update review_items set closed_at = ${NOON}, closed_by = 'user:1', resolution = 'Done'
          where payment_id = ${ids.late}`,
      ),
    ],
  },
  only_money_to_give_back_is_wanted_back: {
    ways: [run((ids) => sql`update payments set give_back_wanted_at = ${NOON} where id = ${ids.paid}`)],
  },
};
