import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartFigures, orderFigures } from "@/db/schema/figures";
import { statement } from "@/db/statement";
import { leftCarts } from "@/lib/figures/left-carts";
import type { Range } from "@/lib/figures/model";

type Found = { carts: number; ordered: number; paid: number };

/** Days whose carts can become no order any more are counted already; what came since is counted here. */
const FUNNEL = statement<Range, Found>(
  ({ from, to }) => sql`
    with counted as (select coalesce(max(day) + 1, ${from}::date) as until from ${cartFigures}),
    begun as (select greatest(until, ${from}::date) as first from counted),
    left_behind as (
      select (select coalesce(sum(people), 0) from ${cartFigures} where day between ${from} and ${to})::int
        + (select count(*) from (${leftCarts({
          from: sql`(select first from begun)`,
          before: sql`${to}::date + 1`,
        })}) as since)::int as carts
    )
    select left_behind.carts + ordered as carts, ordered, paid
    from left_behind cross join (
      select coalesce(sum(orders), 0)::int as ordered,
        coalesce(sum(orders) filter (where payment_status <> 'unpaid'), 0)::int as paid
      from ${orderFigures} where day between ${from} and ${to}
    ) as placed`,
);

/**
 * How many carts had something in them on these days, how many of the same became orders, and how many of those were
 * paid. A cart counts on the day of its order; one that became none counts on each day on which it was filled.
 */
export async function findFunnel(db: Database, range: Range): Promise<Found> {
  const [found] = await FUNNEL(db, range);
  return found ?? { carts: 0, ordered: 0, paid: 0 };
}
