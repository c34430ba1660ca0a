import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { moneyFigures, orderFigures } from "@/db/schema/figures";
import { statement } from "@/db/statement";
import { daysAfter, daysOf, type Range } from "@/lib/figures/model";
import type { DashboardView, DayView } from "@/lib/figures/schemas";
import { formatAmount, type Paisa, paisa, ZERO } from "@/lib/shared/money";

type Sums = { orders: number; sales: Paisa; jazzcash: Paisa; wallet: Paisa; cash: Paisa; givenBack: Paisa };
type Asked = Range & { today: string; weekAgo: string };

const NOTHING: Sums = { orders: 0, sales: ZERO, jazzcash: ZERO, wallet: ZERO, cash: ZERO, givenBack: ZERO };

const CAME = sql.raw("kind in ('payment', 'cash_collected')");
const came = (method: string) =>
  sql`coalesce(sum(amount_paisa) filter (where ${CAME} and payment_method = ${sql.raw(`'${method}'`)}), 0)::bigint`;

const DAYS = statement<Asked, Sums & { day: string }>((p) => {
  const isAsked = sql`day between ${p.from} and ${p.to} or day = ${p.today} or day = ${p.weekAgo}`;
  return sql`
    with placed as (
      select day, sum(orders)::int as orders, sum(total_paisa)::bigint as sales from ${orderFigures}
      where (${isAsked}) and status <> 'cancelled' group by day
    ), moved as (
      select day, ${came("jazzcash")} as jazzcash, ${came("jazzcash_wallet")} as wallet,
        ${came("cash_on_delivery")} as cash,
        coalesce(sum(amount_paisa) filter (where kind in ('refund', 'cash_returned')), 0)::bigint as given_back
      from ${moneyFigures} where ${isAsked} group by day
    )
    select day::text, coalesce(orders, 0) as orders, coalesce(sales, 0) as sales, coalesce(jazzcash, 0) as jazzcash,
      coalesce(wallet, 0) as wallet, coalesce(cash, 0) as cash, coalesce(given_back, 0) as given_back
    from placed full join moved using (day)`;
});

const dayView = (day: string, { orders, sales, jazzcash, wallet, cash, givenBack }: Sums): DayView => ({
  day,
  orders,
  sales: formatAmount(sales),
  received: {
    jazzcash: formatAmount(jazzcash),
    jazzcash_wallet: formatAmount(wallet),
    cash_on_delivery: formatAmount(cash),
  },
  received_in_all: formatAmount(paisa(jazzcash + wallet + cash)),
  given_back: formatAmount(givenBack),
});

/**
 * What was sold and what came in on each day of a range, and on today and the same day a week before. An order counts
 * on the day on which it was placed, unless it was cancelled; money on the day on which it moved.
 */
export async function findDays(
  db: Database,
  range: Range,
  today: string,
): Promise<Pick<DashboardView, "days" | "today" | "a_week_ago">> {
  const weekAgo = daysAfter(today, -7);
  const found = await DAYS(db, { from: range.from, to: range.to, today, weekAgo });
  const byDay = new Map(found.map((sums) => [sums.day, sums]));
  const view = (day: string) => dayView(day, byDay.get(day) ?? NOTHING);
  return { days: daysOf(range).map(view), today: view(today), a_week_ago: view(weekAgo) };
}
