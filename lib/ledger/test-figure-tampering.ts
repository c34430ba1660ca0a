import { sql } from "drizzle-orm";
import { NOON } from "@/db/test-fixtures";
import { run, type Tamperings, unguarded } from "@/lib/ledger/test-tampering";

const DAY = "2026-11-25";

export const figureTamperings: Tamperings = {
  order_figures_add_up: {
    ways: [
      run(() => sql`delete from order_figures where id = (select min(id) from order_figures)`),
      run(
        () => sql`update order_figures set paid_paisa = paid_paisa + 1 where id = (select min(id) from order_figures)`,
      ),
      run(
        () => sql`alter table orders disable trigger orders_count_change`,
        (ids) => sql`
          update orders set created_at = created_at - interval '1 day'
          where id = (select order_id from payments where id = ${ids.open})`,
      ),
    ],
  },
  payment_figures_add_up: {
    ways: [
      run(
        () => sql`
        insert into payment_figures (day, payment_method, status, response_code, attempts, amount_paisa)
        values (${DAY}, 'jazzcash', 'failed', '112', 1, 0)`,
      ),
      run(() => sql`update payment_figures set response_code = '999' where attempts = 1`),
    ],
  },
  money_figures_add_up: {
    ways: [
      run(() => sql`update money_figures set payment_method = 'jazzcash_wallet'`),
      run(() => sql`delete from money_figures`),
      unguarded(
        "money_movements",
        (ids) => sql`
        update money_movements set created_at = created_at + interval '1 day' where payment_id = ${ids.paid}`,
      ),
    ],
  },
  unsettled_figures_add_up: {
    ways: [
      run(() => sql`delete from unsettled_figures`),
      run(
        () => sql`alter table payments disable trigger payments_count_unsettled_change`,
        (ids) => sql`update payments set completed_at = completed_at - interval '2 days' where id = ${ids.paid}`,
      ),
    ],
  },
  stock_adds_up: {
    ways: [
      run(
        () => sql`alter table products disable trigger products_note_stock_change`,
        () => sql`update products set stock = stock + 1`,
      ),
      run(
        () => sql`
        insert into stock_changes (product_id, pieces, stock_after, kind, reason, actor, created_at)
        select id, 1, stock + 1, 'received', '', 'user:1', ${NOON} from products`,
      ),
    ],
  },
};
