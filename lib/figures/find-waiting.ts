import { sql } from "drizzle-orm";
import { cartItems } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { orderFigures, unsettledFigures } from "@/db/schema/figures";
import { orders, orderStatusHistory } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { shopSettings } from "@/db/schema/settings";
import { statement } from "@/db/statement";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import type { DashboardView } from "@/lib/figures/schemas";
import type { Ctx } from "@/lib/shared/context";
import { formatAmount, type Paisa, ZERO } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const MOST_PRODUCTS = 10;
const SOON_MINUTES = 60;

type Cash = { orders: number; amount: Paisa; oldest: Date | null };

const IS_OUT = sql.raw("status in ('shipped', 'delivered') and payment_status = 'unpaid'");

/** Nothing but an order for cash goes out unpaid, and its attempt asks for its total: the ledger proves it. */
const CASH = statement<object, Cash>(
  () => sql`
    select coalesce(sum(orders), 0)::int as orders, coalesce(sum(total_paisa), 0)::bigint as amount, (
        select min(shipped_at) from ${orders} as bought cross join lateral (
          select max(created_at) as shipped_at from ${orderStatusHistory}
          where order_id = bought.id and to_status = 'shipped'
        ) as shipped where ${IS_OUT}
      ) as oldest
    from ${orderFigures} where ${IS_OUT}`,
);

type Unsettled = {
  payments: number;
  amount: Paisa;
  afterDays: number;
  collected: number;
  collectedAmount: Paisa;
  oldestDay: string | null;
};

const isCash = sql.raw("payment_method = 'cash_on_delivery'");

/** Whole days come from the figures, the one in which the merchant's time ends from its payments. */
const UNSETTLED = statement<{ now: Date }, Unsettled>(
  ({ now }) => sql`
    select after_days, ended.payments + part.payments as payments, ended.amount + part.amount as amount, held.*
    from (
      select unsettled_after_days as after_days, at, (at at time zone 'Asia/Karachi')::date as day
      from ${shopSettings}, lateral (select ${now}::timestamptz - unsettled_after_days * interval '24 hours' as at) as due
    ) as due cross join lateral (
      select coalesce(sum(payments), 0)::int as payments, coalesce(sum(amount_paisa), 0)::bigint as amount
      from ${unsettledFigures} as figure where figure.day < due.day and not ${isCash}
    ) as ended cross join lateral (
      select count(*)::int as payments, coalesce(sum(unsettled_paisa(payment)), 0)::bigint as amount
      from ${payments} as payment where completed_at >= due.day::timestamp at time zone 'Asia/Karachi'
        and completed_at < due.at and settled_at is null and status <> 'refunded' and not ${isCash}
    ) as part cross join (
      select coalesce(sum(payments), 0)::int as collected, coalesce(sum(amount), 0)::bigint as collected_amount,
        (min(day) filter (where payments > 0))::text as oldest_day
      from (
        select day, sum(payments) as payments, sum(amount_paisa) as amount from ${unsettledFigures} where ${isCash} group by day
      ) as of_day
    ) as held`,
);

type Carts = { carts: number; lines: number; amount: Paisa };

const CARTS = statement<{ from: Date; to: Date }, Carts>(
  ({ from, to }) => sql`
    select count(distinct cart_id)::int as carts, count(*)::int as lines,
      coalesce(sum(quantity * price_paisa), 0)::bigint as amount
    from ${cartItems} as line join ${products} as product on product.id = product_id
    where line.is_active and line.created_at > ${from} and line.created_at <= ${to}`,
);

type Low = { below: number; count: number; itemCode: string; name: string; nameUr: string; stock: number };

const LOW = statement<{ most: number }, Partial<Low> & { below: number; count: number }>(
  ({ most }) => sql`
    select low_stock_below as below, coalesce(low.count, 0)::int as count, item_code, name, name_ur, stock
    from ${shopSettings} left join lateral (
      select count(*) over () as count, item_code, name, name_ur, stock from ${products}
      where is_active and stock < low_stock_below order by stock, id limit ${most}
    ) as low on true`,
);

type Waiting = Pick<
  DashboardView,
  "cash_on_the_road" | "cash_collected" | "carts_expiring" | "unsettled" | "low_stock"
>;

/**
 * What waits for something: cash of goods that are out, to be collected, and cash that was collected and no courier's
 * file has paid out; carts that end within the hour; money that JazzCash took more than the merchant's days ago and is in
 * no settlement file; stock that runs out.
 */
export async function findWaiting({ db, now }: Pick<Ctx, "db" | "now">): Promise<Waiting> {
  const from = expiryCutoff(now, env().cartExpiryHours);
  const [[cash], [carts], [unsettled], low] = await Promise.all([
    CASH(db, {}),
    CARTS(db, { from, to: minutesAfter(from, SOON_MINUTES) }),
    UNSETTLED(db, { now }),
    LOW(db, { most: MOST_PRODUCTS }),
  ]);
  return {
    cash_on_the_road: {
      orders: cash?.orders ?? 0,
      amount: formatAmount(cash?.amount ?? ZERO),
      oldest_shipped_at: cash?.oldest?.toISOString() ?? null,
    },
    cash_collected: {
      orders: unsettled?.collected ?? 0,
      amount: formatAmount(unsettled?.collectedAmount ?? ZERO),
      oldest_day: unsettled?.oldestDay ?? null,
    },
    carts_expiring: {
      carts: carts?.carts ?? 0,
      lines: carts?.lines ?? 0,
      amount: formatAmount(carts?.amount ?? ZERO),
    },
    unsettled: {
      payments: unsettled?.payments ?? 0,
      amount: formatAmount(unsettled?.amount ?? ZERO),
      after_days: unsettled?.afterDays ?? 0,
    },
    low_stock: {
      below: low[0]?.below ?? 0,
      count: low[0]?.count ?? 0,
      products: low.flatMap(({ itemCode, name = "", nameUr = "", stock = 0 }) =>
        itemCode ? [{ item_code: itemCode, name, name_ur: nameUr, stock }] : [],
      ),
    },
  };
}
