import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const PRODUCTS = 10_000;
const OLD_DAYS = 14; // after so many days an order has come to its end

const CITIES = [
  "Karachi",
  "Lahore",
  "Karachi",
  "Faisalabad",
  "Rawalpindi",
  "Lahore",
  "Multan",
  "Peshawar",
  "Quetta",
  "Gwadar",
];
const FIRST = ["Muhammad", "Ali", "Fatima", "Ayesha", "Hassan", "Zainab", "Usman", "Bilal", "Sana", "Imran", "Maryam"];
const LAST = ["Khan", "Ahmed", "Malik", "Butt", "Chaudhry", "Shah", "Qureshi", "Siddiqui", "Iqbal"];

const oneOf = (words: readonly string[], by: string): string =>
  `(array[${words.map((word) => `'${word}'`).join(", ")}])[${by} % ${words.length} + 1]`;

/** One in fifty thousand has a name that nobody else has. */
const NAME = `case when n % 50000 = 7 then 'Zarmina Durrani' else ${oneOf(FIRST, "n")} || ' ' || ${oneOf(LAST, "n / 7")} end`;

/** Numbers as the shop gives them: no two alike, in no order. */
const numberOf = (placedAt: string): string =>
  `'ORD-' || lpad(upper(to_hex(n * 2654435761 % 4294967296)), 8, '0') || '-' || to_char((${placedAt}) at time zone 'Asia/Karachi', 'YYYYMMDD')`;

/** SQL that makes a year of a shop: so many orders, with what belongs to them, ending at this moment. */
function yearOf(orders: number, now: Date): string[] {
  const at = `'${now.toISOString()}'::timestamptz`;
  const buyers = Math.ceil(orders / 5);
  return [
    `insert into users (email, name, created_at, updated_at)
      select 'many-' || n || '@example.com', 'One of Many', ${at}, ${at} from generate_series(1, ${buyers}) as n`,
    `insert into categories (slug, name, name_ur) values ('many', 'Many', 'بہت')`,
    `insert into products (item_code, name, name_ur, category_id, price_paisa, stock, created_at, updated_at)
      select 'M' || n, 'Thing ' || n, 'چیز', (select max(id) from categories), 10000 + n, n % 400, ${at}, ${at}
      from generate_series(1, ${PRODUCTS}) as n`,
    `insert into stock_changes (product_id, pieces, stock_after, kind, reason, actor, created_at)
      select id, stock, stock, 'opening', '', 'database', created_at from products where item_code like 'M%' and stock > 0`,
    `create temp table whole as select n, ${numberOf(`${at} - make_interval(secs => n * 31536000.0 / ${orders})`)} as number,
        ${at} - make_interval(secs => n * 31536000.0 / ${orders}) as placed_at,
        make_interval(secs => n * 31536000.0 / ${orders}) > interval '${OLD_DAYS} days' as is_old,
        n % 20 as fate, n / 20 % 4 as method, 100000 + (n % 900) * 1000 as paisa from generate_series(1, ${orders}) as n`,
    `insert into orders (user_id, order_number, status, payment_status, items_paisa, delivery_paisa, discount_paisa,
        total_paisa, paid_paisa, refunded_paisa, shipping_address, shipping_city, customer_name, customer_phone, customer_email,
        courier, tracking_number, cancelled_by, created_at, updated_at, completed_at)
      select (select min(id) from users where email like 'many-%') + n % ${buyers}, number, status::order_status,
        (case when paid = 0 then 'unpaid' when back = 0 then 'paid' when back < paid then 'partially_refunded' else 'refunded' end)::order_payment_status,
        paisa, 0, 0, paisa, paid, back, '1 Mall Road', ${oneOf(CITIES, "n % 997")}, ${NAME}, '03' || lpad((n::bigint * 7919 % 1000000000)::text, 9, '0'),
        case when n % 3 = 0 then 'many-' || n % ${buyers} + 1 || '@example.com' else '' end,
        case when status in ('shipped', 'delivered') then ${oneOf(["TCS", "Leopards", "M&P"], "n")} else '' end,
        case when status in ('shipped', 'delivered') then 'T' || n + 70000000 else '' end, case when status = 'cancelled' then 'system:reconcile' end,
        placed_at, placed_at, case when status = 'delivered' then placed_at + interval '4 days' end
      from (
        select *, case when status in ('pending', 'cancelled') and fate <> 0 or method = 0 and status <> 'delivered' then 0 else paisa end as paid,
          case when fate = 0 and status = 'cancelled' then paisa when fate = 19 and status = 'delivered' and method > 0 then 50000 else 0 end as back
        from (
          select *, case when fate < 3 and (fate > 0 or method > 0) then 'cancelled' when is_old or fate = 19 then 'delivered' when fate < 5 then 'pending'
            when fate < 8 then 'confirmed' when fate < 12 then 'in_progress' else 'shipped' end as status from whole
        ) as stood
      ) as paid_for order by n desc`,
    `insert into order_items (order_id, product_id, product_item_code, product_name, product_name_ur, quantity, unit_price_paisa)
      select orders.id, first.id + (orders.id + line) % ${PRODUCTS}, 'M', 'Thing', 'چیز', 1, total_paisa / 2
      from orders, generate_series(1, 2) as line, (select min(id) as id from products where item_code like 'M%') as first`,
    `insert into order_status_history (order_id, from_status, to_status, actor, created_at)
      select id, 'in_progress', 'shipped', 'user:1', created_at + interval '1 day' from orders where status in ('shipped', 'delivered')`,
    `insert into payments (order_id, transaction_id, payment_method, amount_paisa, refunded_paisa, status, response_code,
        gateway_reference, created_at, updated_at, expires_at, completed_at, ended_at, confirmed_at, settled_at)
      select orders.id, 'MANY' || orders.id, kind::payment_method, total_paisa, refunded_paisa, case when paid_paisa > 0 then case orders.payment_status
          when 'paid' then 'completed' else orders.payment_status::text end when kind = 'cash_on_delivery' then 'pending'
          when orders.status = 'pending' then 'processing' else 'failed' end::payment_status,
        case when kind <> 'cash_on_delivery' then case when paid_paisa > 0 then '000' else (array['124', '112', '004', '405', '116'])[orders.id % 5 + 1] end end,
        case when paid_paisa > 0 then 'R' || orders.id end, orders.created_at, orders.created_at,
        case when kind <> 'cash_on_delivery' then orders.created_at + interval '1 hour' end, done, done, done,
        case when done < ${at} - interval '4 days' and orders.id % 5000 > 0 then done + interval '2 days' end
      from (
        select orders.*, case when method = 0 then 'cash_on_delivery' when method = 1 then 'jazzcash_wallet' else 'jazzcash' end as kind,
          case when paid_paisa > 0 then orders.created_at + case when method = 0 then interval '4 days' else interval '5 minutes' end end as done
        from orders join whole on order_number = number
      ) as orders order by orders.id`,
    `insert into payments (order_id, transaction_id, payment_method, amount_paisa, status, response_code, created_at, updated_at, expires_at, ended_at)
      select id, 'FIRST' || id, 'jazzcash', total_paisa, 'failed', (array['112', '004', '404', '024'])[id % 4 + 1], created_at, created_at, created_at, created_at
      from orders where id % 3 = 0`,
    `update payments set status = 'expired', ended_at = expires_at where status = 'processing' and expires_at < ${at} - interval '1 hour'`,
    `insert into money_movements (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
      select 'customer', (case when payment_method = 'cash_on_delivery' then 'courier' else 'gateway' end)::money_account, amount_paisa,
        (case when payment_method = 'cash_on_delivery' then 'cash_collected' else 'payment' end)::money_movement_kind,
        'payment:' || transaction_id, id, completed_at from payments where completed_at is not null order by completed_at`,
    `insert into refunds (payment_id, amount_paisa, way, status, reason, actor, created_at, updated_at, completed_at)
      select id, refunded_paisa, 'card', 'completed', 'Broken', 'user:1', completed_at, completed_at, completed_at from payments where refunded_paisa > 0`,
    `insert into money_movements (from_account, to_account, amount_paisa, kind, reference, payment_id, refund_id, created_at)
      select 'gateway', 'customer', amount_paisa, 'refund', 'refund:' || id, payment_id, id, completed_at from refunds`,
    `insert into review_items (kind, payment_id, facts, opened_at, closed_at, closed_by, resolution)
      select 'unknown_field', id, '{}', created_at, created_at, 'user:1', 'Seen' from payments where id % 200 = 0`,
    `insert into review_items (kind, payment_id, facts, opened_at)
      select 'settlement_differs', id, '{}', created_at from payments where id % 50000 = 0`,
    `insert into ledger_proofs (ran_at, took_ms, breaches) select ${at} - n * interval '1 hour', 1, '{}' from generate_series(1, 8760) as n`,
    `insert into carts (user_id, created_at, updated_at) select id, ${at}, ${at} from users where email like 'many-%'`,
    `insert into cart_items (cart_id, product_id, quantity, is_active, ended_as, created_at, updated_at)
      select first_cart.id + (n * 7 + line) % ${buyers}, first_product.id + n / ${buyers} + line, 1, n < ${orders} / 300,
        case when n >= ${orders} / 300 then (array['ordered', 'expired', 'removed'])[line]::cart_line_end end, placed_at, placed_at
      from whole, generate_series(1, 3) as line, (select min(id) as id from carts) as first_cart,
        (select min(id) as id from products where item_code like 'M%') as first_product order by n desc`,
  ];
}

/** The sums that triggers would have kept, as the migrations fill them. */
const FIGURES = [
  `insert into order_figures (day, status, payment_status, orders, total_paisa, paid_paisa, refunded_paisa)
    select (created_at at time zone 'Asia/Karachi')::date, status, payment_status, count(*), sum(total_paisa), sum(paid_paisa), sum(refunded_paisa)
    from orders group by 1, 2, 3`,
  `insert into payment_figures (day, payment_method, status, response_code, attempts, amount_paisa)
    select (created_at at time zone 'Asia/Karachi')::date, payment_method, status, coalesce(response_code, ''), count(*), sum(amount_paisa)
    from payments group by 1, 2, 3, 4`,
  `insert into money_figures (day, kind, payment_method, movements, amount_paisa)
    select (moved.created_at at time zone 'Asia/Karachi')::date, kind, payment_method, count(*), sum(moved.amount_paisa)
    from money_movements as moved join payments on payments.id = payment_id group by 1, 2, 3`,
  `insert into unsettled_figures (day, payment_method, payments, amount_paisa)
    select (completed_at at time zone 'Asia/Karachi')::date, payment_method, count(*), sum(unsettled_paisa(payments)) from payments
    where unsettled_paisa(payments) <> 0 group by 1, 2`,
  `insert into cart_figures (day, people)
    select day, count(*) from (
      select (created_at at time zone 'Asia/Karachi')::date as day, cart_id from cart_items
      where created_at < date_trunc('day', now() at time zone 'Asia/Karachi') at time zone 'Asia/Karachi'
      group by 1, 2 having not bool_or(coalesce(ended_as = 'ordered', false))
    ) as left_behind group by day`,
];

/** A shop after a year: written set by set with the triggers off, and the figures as the triggers would have kept them. */
export async function manyOrders(db: Database, orders: number, now: Date, say: (line: string) => void): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      select set_config('session_replication_role', 'replica', true), set_config('statement_timeout', '0', true),
        set_config('enable_seqscan', 'on', true), set_config('work_mem', '256MB', true)`);
    for (const statement of [...yearOf(orders, now), ...FIGURES]) {
      const began = performance.now();
      await tx.execute(sql.raw(statement));
      say(`${((performance.now() - began) / 1000).toFixed(1)} s: ${statement.slice(0, 60).replace(/\s+/g, " ")} …`);
    }
  });
}
