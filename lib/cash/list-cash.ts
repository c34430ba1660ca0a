import { type SQL, sql } from "drizzle-orm";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import type { CashPlace } from "@/lib/cash/model";
import type { CashSumView, CashView, ListCashQuery } from "@/lib/cash/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { formatAmount, type Paisa } from "@/lib/shared/money";

const OF_ORDER = sql`payment.id as payment_id, bought.id as order_id, order_number, bought.status, courier, tracking_number`;

/** Cash that is not the shop's yet, each with the moment since when: it was shipped, or it was collected. */
const PLACES: Record<CashPlace, SQL> = {
  on_the_road: sql`
    select ${OF_ORDER}, amount_paisa, coalesce(shipped.created_at, bought.updated_at) as since
    from ${orders} as bought join ${payments} as payment on payment.order_id = bought.id
    left join lateral (
      select created_at from ${orderStatusHistory} where order_id = bought.id and to_status = 'shipped'
      order by id desc limit 1
    ) as shipped on true
    where bought.status in ('shipped', 'delivered') and bought.payment_status = 'unpaid'
      and payment.status = 'pending' and payment_method = 'cash_on_delivery'`,
  collected: sql`
    select ${OF_ORDER}, coalesce(accepted_paisa, amount_paisa) - payment.refunded_paisa as amount_paisa,
      payment.completed_at as since
    from ${payments} as payment join ${orders} as bought on bought.id = payment.order_id
    where payment.completed_at is not null and settled_at is null and payment_method = 'cash_on_delivery'
      and payment.status <> 'refunded'`,
};

const days = (since: SQL, now: Date): SQL =>
  sql`floor(extract(epoch from ${now}::timestamptz - ${since}) / 86400)::int`;

type Row = {
  paymentId: number;
  orderId: number;
  orderNumber: string;
  status: string;
  courier: string;
  trackingNumber: string;
  amountPaisa: Paisa;
  since: Date;
  days: number;
  count: number;
};

/** Cash on the road, or with couriers who have not paid it out, the oldest first. */
export async function listCash(
  { db, now, actor }: UserCtx,
  { place, courier, page, page_size }: ListCashQuery,
): Promise<{ count: number; rows: CashView[] }> {
  requireStaff(actor);
  const isTheirs = courier === undefined ? sql`true` : sql`courier = ${courier}`;
  const rows = await db.execute<Row>(sql`
    select *, ${days(sql`since`, now)} as days, count(*) over () as count from (${PLACES[place]}) as cash
    where ${isTheirs} order by since, payment_id limit ${page_size} offset ${(page - 1) * page_size}`);
  const [none] = rows.length
    ? []
    : await db.execute<{ count: number }>(sql`
        select count(*) as count from (${PLACES[place]}) as cash where ${isTheirs}`);
  return { count: rows[0]?.count ?? none?.count ?? 0, rows: rows.map(cashView) };
}

const cashView = (row: Row): CashView => ({
  payment_id: row.paymentId,
  order_id: row.orderId,
  order_number: row.orderNumber,
  status: row.status,
  courier: row.courier,
  tracking_number: row.trackingNumber,
  amount: formatAmount(row.amountPaisa),
  since: row.since.toISOString(),
  days: row.days,
});

type Sum = { courier: string; place: CashPlace; orders: number; amountPaisa: Paisa; oldestDays: number };

/** How much of it each courier has, and how old the oldest is. */
export async function sumCash({ db, now, actor }: UserCtx): Promise<CashSumView[]> {
  requireStaff(actor);
  const sums = await db.execute<Sum>(sql`
    select courier, place, count(*)::int as orders, sum(amount_paisa)::bigint as amount_paisa,
      ${days(sql`min(since)`, now)} as oldest_days
    from (select 'on_the_road' as place, * from (${PLACES.on_the_road}) as road
      union all select 'collected', * from (${PLACES.collected}) as held) as cash
    group by courier, place order by courier`);
  const couriers = [...new Set(sums.map((sum) => sum.courier))];
  return couriers.map((courier) => {
    const of = (place: CashPlace) => {
      const sum = sums.find((one) => one.courier === courier && one.place === place);
      const amount = formatAmount(sum?.amountPaisa ?? (0 as Paisa));
      return { orders: sum?.orders ?? 0, amount, oldest_days: sum?.oldestDays ?? 0 };
    };
    return { courier, on_the_road: of("on_the_road"), collected: of("collected") };
  });
}
