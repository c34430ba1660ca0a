import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { NOON } from "@/db/test-fixtures";

const MANY = 4000;
const OPEN_OF_A_HUNDRED = 2;

/** A shop with thousands of people, products, carts, orders and payments, of which a few are still open. */
export async function aCrowd(db: Database): Promise<void> {
  const now = sql`${NOON.toISOString()}::timestamptz`;
  const long = sql`${now} - interval '30 days'`;
  const each = sql`generate_series(1, ${MANY}::int) as n`;
  const isOpen = sql`n % 100 < ${OPEN_OF_A_HUNDRED}::int`;
  const statements = [
    sql`insert into users (email, name, created_at, updated_at)
      select 'crowd-' || n || '@example.com', 'One of Many', ${long}, ${long} from ${each}`,
    sql`insert into sessions (token_hash, user_id, created_at, expires_at)
      select sha256(id::text::bytea), id, ${long}, ${now} + interval '1 day' from users`,
    sql`insert into categories (slug, name, name_ur) values ('crowd', 'Crowd', 'ہجوم')`,
    sql`insert into products (item_code, name, name_ur, category_id, price_paisa, stock, created_at, updated_at)
      select 'C' || n, 'Thing ' || n, 'چیز', (select max(id) from categories), 1000 + n, 1000, ${long}, ${long} from ${each}`,
    sql`insert into carts (user_id, created_at, updated_at) select id, ${long}, ${long} from users`,
    sql`insert into cart_items (cart_id, product_id, quantity, is_active, created_at, updated_at)
      select carts.id, products.id, 1, n = 1, ${now} - interval '1 hour', ${long}
      from generate_series(1, 2) as n, carts join products on products.id % ${MANY} = carts.id % ${MANY}`,
    sql`insert into orders (user_id, order_number, status, items_paisa, delivery_paisa, discount_paisa, total_paisa,
        paid_paisa, payment_status, shipping_address, created_at, updated_at)
      select (select min(id) from users) + n - 1, 'CROWD' || n,
        (case when ${isOpen} then 'pending' else 'confirmed' end)::order_status, 5000, 0, 0, 5000,
        case when ${isOpen} then 0 else 5000 end, (case when ${isOpen} then 'unpaid' else 'paid' end)::order_payment_status,
        '1 Mall Road', ${now} - interval '20 minutes', ${long} from ${each}`,
    sql`insert into order_items (order_id, product_id, product_item_code, product_name, product_name_ur, quantity,
        unit_price_paisa)
      select orders.id, products.id, item_code, name, name_ur, 1, 5000
      from orders join products on products.id % ${MANY} = orders.id % ${MANY}`,
    sql`insert into payments (order_id, transaction_id, payment_method, amount_paisa, status, gateway_reference,
        inquiry_wanted_at, created_at, updated_at, expires_at, completed_at, confirmed_at)
      select id, 'CROWD' || id, 'jazzcash', 5000,
        (case when status = 'pending' then 'processing' else 'completed' end)::payment_status, 'R' || id,
        case when id % 50 = 0 then ${long} end, ${now} - interval '20 minutes', ${long}, ${now},
        case when status <> 'pending' then ${now} - interval '2 hours' end,
        case when status <> 'pending' then ${now} end from orders`,
    sql`insert into payment_events (payment_id, channel, is_outgoing, fields, decision, created_at)
      select id, 'form', true, '{}', 'sent', ${long} from payments`,
    sql`insert into review_items (kind, payment_id, facts, opened_at)
      select 'amount_differs', id, '{}', ${long} from payments`,
    sql`analyze`,
  ];
  for (const statement of statements) await db.execute(statement);
}
