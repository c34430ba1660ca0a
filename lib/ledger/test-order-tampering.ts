import { sql } from "drizzle-orm";
import { later, NOON } from "@/db/test-fixtures";
import {
  event,
  history,
  orderOf,
  refund,
  run,
  secondAttempt,
  type Tamperings,
  unguarded,
} from "@/lib/ledger/test-tampering";

const aCode = (uses: number) => sql`insert into discount_codes (code, percent, uses) values ('EID10', 10, ${uses})`;
const useCode = (id: number) => sql`
  update orders set discount_code_id = (select id from discount_codes) where id = ${orderOf(id)}`;

/** The refund of one payment says that it is the price of so many pieces of another's order. */
const paidBack = (refunded: number, bought: number, pieces: number) => sql`
  insert into refund_lines (refund_id, order_item_id, quantity)
  select max(refund.id), max(item.id), ${pieces} from refunds as refund, order_items as item
  where refund.payment_id = ${refunded} and item.order_id = ${orderOf(bought)}`;

export const orderTamperings: Tamperings = {
  paid_orders_have_one_settlement: {
    too: ["movements_fold_to_orders"],
    ways: [
      run((ids) => sql`update orders set paid_paisa = paid_paisa + 1 where id = ${orderOf(ids.paid)}`),
      run(
        (ids) =>
          sql`update orders set paid_paisa = 0, payment_status = 'unpaid', status = 'pending' where id = ${orderOf(ids.paid)}`,
        (ids) => history(ids.paid, "confirmed", "pending"),
      ),
    ],
  },
  orders_go_on_only_paid_or_for_cash: {
    ways: [
      run(
        (ids) => sql`update orders set status = 'pending' where id = ${orderOf(ids.paid)}`,
        (ids) => history(ids.paid, "confirmed", "pending"),
      ),
      run(
        (ids) => sql`update orders set status = 'confirmed' where id = ${orderOf(ids.open)}`,
        (ids) => history(ids.open, "pending", "confirmed"),
      ),
    ],
  },
  done_orders_await_no_money: {
    ways: [
      run((ids) => secondAttempt(ids.paid)),
      run(
        (ids) => sql`update orders set status = 'cancelled', cancelled_by = 'user:1' where id = ${orderOf(ids.cash)}`,
        (ids) => history(ids.cash, "confirmed", "cancelled"),
        (ids) => sql`
          update products set sold = sold - quantity from order_items
          where product_id = products.id and order_id = ${orderOf(ids.cash)}`,
      ),
    ],
  },
  order_totals_add_up: {
    ways: [
      run(
        (ids) => sql`
        update order_items set unit_price_paisa = unit_price_paisa + 1 where order_id = ${orderOf(ids.open)}`,
      ),
    ],
  },
  attempts_ask_for_the_total: {
    ways: [run((ids) => sql`update payments set amount_paisa = amount_paisa - 1 where id = ${ids.open}`)],
  },
  order_states_fold_from_history: {
    ways: [
      run((ids) => sql`update orders set status = 'in_progress' where id = ${orderOf(ids.paid)}`),
      run((ids) => history(ids.paid, "pending", "confirmed")),
      unguarded(
        "order_status_history",
        (ids) => sql`delete from order_status_history where order_id = ${orderOf(ids.paid)}`,
      ),
    ],
  },
  order_steps_are_allowed: {
    ways: [
      run(
        (ids) => history(ids.paid, "confirmed", "delivered"),
        (ids) => history(ids.paid, "delivered", "confirmed"),
      ),
    ],
  },
  discount_uses_are_standing_orders: {
    ways: [
      run(() => aCode(1)),
      run(
        () => aCode(0),
        (ids) => useCode(ids.open),
      ),
      run(
        () => aCode(1),
        (ids) => useCode(ids.late),
      ),
    ],
  },
  stock_is_conserved: { ways: [run(() => sql`update products set sold = sold + 1, stock = stock - 1`)] },
  returns_fold_to_lines: {
    ways: [
      run(
        (ids) => sql`update order_items set returned = 1 where order_id = ${orderOf(ids.paid)}`,
        (ids) => sql`
          update products set sold = sold - 1, stock = stock + 1 from order_items
          where product_id = products.id and order_id = ${orderOf(ids.paid)}`,
      ),
    ],
  },
  refunded_pieces_were_bought: {
    ways: [run((ids) => paidBack(ids.partly, ids.partly, 1000)), run((ids) => paidBack(ids.partly, ids.paid, 1))],
  },
  attempts_are_known_after_a_day: {
    ways: [
      run((ids) => sql`update payments set expires_at = ${later(NOON, -60 * 24 - 1)} where id = ${ids.open}`),
      run(
        (ids) =>
          sql`update payments set status = 'cancelled', expires_at = ${later(NOON, -60 * 24 - 1)} where id = ${ids.open}`,
        (ids) => event(ids.open, "method_changed", "cancelled"),
      ),
    ],
  },
  refunds_are_known_after_a_day: { ways: [run((ids) => refund(ids.partly, 1, "processing", 25))] },
  append_only_triggers_are_on: {
    ways: [
      run(() => sql`alter table payment_events disable trigger payment_events_append_only`),
      run(() => sql`alter table payment_events enable trigger payment_events_append_only`),
      run(() => sql`drop trigger audit_log_append_only on audit_log`),
      run(
        () => sql`
        create or replace trigger audit_log_append_only before update or delete on audit_log
        for each statement execute function refuse_change()`,
        () => sql`alter table audit_log enable always trigger audit_log_append_only`,
      ),
      run(
        () => sql`
        create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
      ),
    ],
  },
  rules_are_in_force: {
    ways: [
      run(() => sql`alter table orders drop constraint orders_total_is_the_sum`),
      run(() => sql`drop index payments_one_counted_per_order`),
      run(() => sql`alter table orders add constraint orders_true check (true) not valid`),
      run(() => sql`update pg_index set indisvalid = false where indexrelid = 'orders_by_user'::regclass`),
    ],
  },
};
