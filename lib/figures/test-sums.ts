import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Range } from "@/lib/figures/model";

const day = (column: string) => sql.raw(`(${column} at time zone 'Asia/Karachi')::date`);
const within = (column: string, { from, to }: Range) => sql`${day(column)} between ${from}::date and ${to}::date`;

type Rows = Record<string, number | string | null>[];

/** The figures of these days as plain SQL over the rows themselves gives them: no figures are read. */
export async function sumsOf(db: Database, range: Range) {
  const rows = async (query: ReturnType<typeof sql>): Promise<Rows> => [...(await db.execute<Rows[number]>(query))];
  return {
    shop: await rows(sql`
      select count(*)::int as total, (count(*) filter (where status = 'pending'))::int as pending,
        (count(*) filter (where status = 'delivered'))::int as delivered,
        coalesce(sum(paid_paisa - refunded_paisa), 0)::bigint as spent,
        coalesce(sum(total_paisa) filter (where payment_status = 'unpaid' and status <> 'cancelled'), 0)::bigint as owed
      from orders`),
    placed: await rows(sql`
      select ${day("created_at")}::text as day, count(*)::int as orders, sum(total_paisa)::bigint as sales from orders
      where status <> 'cancelled' and ${within("created_at", range)} group by 1 order by 1`),
    moved: await rows(sql`
      select ${day("moved.created_at")}::text as day,
        coalesce(sum(moved.amount_paisa) filter (where from_account = 'customer' and payment_method = 'jazzcash'), 0)::bigint as jazzcash,
        coalesce(sum(moved.amount_paisa) filter (where from_account = 'customer' and payment_method = 'cash_on_delivery'), 0)::bigint as cash,
        coalesce(sum(moved.amount_paisa) filter (where to_account = 'customer'), 0)::bigint as given_back
      from money_movements as moved join payments on payments.id = payment_id
      where ${within("moved.created_at", range)} group by 1 order by 1`),
    methods: await rows(sql`
      select payment_method as method, count(*)::int as attempts, (count(*) filter (where completed_at is not null))::int as paid,
        (count(*) filter (where status in ('pending', 'processing')))::int as open
      from payments where ${within("created_at", range)} group by 1 order by 1`),
    codes: await rows(sql`
      select coalesce(response_code, '') as code, count(*)::int as attempts,
        (count(*) filter (where completed_at is not null))::int as paid
      from payments where payment_method <> 'cash_on_delivery' and ${within("created_at", range)} group by 1 order by 1`),
    funnel: await rows(sql`
      select (select count(*)::int from orders where ${within("created_at", range)})
          + (select count(distinct (${day("created_at")}, cart_id))::int from cart_items as line
            where ${within("created_at", range)} and not exists (
              select from cart_items as other where other.cart_id = line.cart_id and other.ended_as = 'ordered'
                and ${day("other.created_at")} = ${day("line.created_at")})) as carts,
        (select count(*)::int from orders where ${within("created_at", range)}) as ordered,
        (select count(*)::int from orders where paid_paisa > 0 and ${within("created_at", range)}) as paid`),
    collected: await rows(sql`
      select count(*)::int as orders, coalesce(sum(amount_paisa - refunded_paisa), 0)::bigint as amount,
        min(${day("completed_at")})::text as oldest
      from payments where payment_method = 'cash_on_delivery' and status in ('completed', 'partially_refunded') and settled_at is null`),
  };
}
