import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartItems } from "@/db/schema/carts";
import { cartFigures, orderFigures } from "@/db/schema/figures";
import { statement } from "@/db/statement";
import type { Range } from "@/lib/figures/model";

type Funnel = { people: number; orders: number; paid: number };

const DAY = sql.raw("(created_at at time zone 'Asia/Karachi')::date");

/** Days that are over are counted already; what came since is counted here. */
const FUNNEL = statement<Range, Funnel>(
  ({ from, to }) => sql`
    with counted as (select coalesce(max(day) + 1, ${from}::date) as until from ${cartFigures}),
    begun as (select greatest(until, ${from}::date) as first from counted)
    select placed.*, (
        select coalesce(sum(people), 0) from ${cartFigures} where day between ${from} and ${to}
      )::int + (
        select count(*) from (
          select distinct ${DAY}, cart_id from ${cartItems}
          where created_at >= (select first::timestamp at time zone 'Asia/Karachi' from begun)
            and created_at < (${to}::date + 1)::timestamp at time zone 'Asia/Karachi'
        ) as filled
      )::int as people
    from (
      select coalesce(sum(orders), 0)::int as orders,
        coalesce(sum(orders) filter (where payment_status <> 'unpaid'), 0)::int as paid
      from ${orderFigures} where day between ${from} and ${to}
    ) as placed`,
);

/** How many filled a cart on these days, each once a day, how many orders were placed, and how many of those paid. */
export async function findFunnel(db: Database, range: Range): Promise<Funnel> {
  const [found] = await FUNNEL(db, range);
  return found ?? { people: 0, orders: 0, paid: 0 };
}
