import { type SQL, sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { moneyFigures, orderFigures, paymentFigures, unsettledFigures } from "@/db/schema/figures";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments } from "@/db/schema/payments";
import { stockChanges } from "@/db/schema/stock";
import type { LedgerInvariant } from "@/lib/ledger/ledger-invariant";

const dayOf = (time: SQL): SQL => sql`(${time} at time zone 'Asia/Karachi')::date`;
const list = (columns: string[]): SQL => sql.raw(columns.join(", "));

type Figures = { keys: Record<string, SQL>; sums: Record<string, SQL>; of: SQL; keptIn: SQL };

/** The days on which the rows themselves give another sum than the figures that are kept of them. */
function differing({ keys, sums, of, keptIn }: Figures): SQL {
  const names = Object.keys(keys);
  const counted = [
    ...names.map((name) => sql`${keys[name]} as ${sql.identifier(name)}`),
    ...Object.entries(sums).map(([name, sum]) => sql`${sum} as ${sql.identifier(name)}`),
  ];
  const kept = [...names, ...Object.keys(sums).map((name) => `-${name} as ${name}`)];
  return sql`
    select distinct day::text as id from (
      select ${sql.join(counted, sql`, `)} from ${of} group by ${list(names.map((_, at) => String(at + 1)))}
      union all select ${list(kept)} from ${keptIn}
    ) as both_sides group by ${list(names)}
    having ${sql.raw(
      Object.keys(sums)
        .map((name) => `sum(${name}) <> 0`)
        .join(" or "),
    )}`;
}

export const figureInvariants: LedgerInvariant[] = [
  {
    name: "order_figures_add_up",
    sentence: "What the figures say of each day's orders is what these orders are.",
    of: "day",
    query: differing({
      of: sql`${orders}`,
      keptIn: sql`${orderFigures}`,
      keys: { day: dayOf(sql`created_at`), status: sql`status`, payment_status: sql`payment_status` },
      sums: {
        orders: sql`count(*)`,
        total_paisa: sql`sum(total_paisa)`,
        paid_paisa: sql`sum(paid_paisa)`,
        refunded_paisa: sql`sum(refunded_paisa)`,
      },
    }),
  },
  {
    name: "payment_figures_add_up",
    sentence: "What the figures say of each day's attempts is what these attempts are.",
    of: "day",
    query: differing({
      of: sql`${payments}`,
      keptIn: sql`${paymentFigures}`,
      keys: {
        day: dayOf(sql`created_at`),
        payment_method: sql`payment_method`,
        status: sql`status`,
        response_code: sql`coalesce(response_code, '')`,
      },
      sums: { attempts: sql`count(*)`, amount_paisa: sql`sum(amount_paisa)` },
    }),
  },
  {
    name: "money_figures_add_up",
    sentence: "What the figures say of each day's money is what moved on it.",
    of: "day",
    query: differing({
      of: sql`${moneyMovements} as movement left join ${payments} as payment on payment.id = payment_id`,
      keptIn: sql`${moneyFigures}`,
      keys: {
        day: dayOf(sql`movement.created_at`),
        kind: sql`kind`,
        payment_method: sql`coalesce(payment_method, (case when 'courier' in (from_account, to_account)
          then 'cash_on_delivery' else 'jazzcash' end)::payment_method)`,
      },
      sums: { movements: sql`count(*)`, amount_paisa: sql`sum(movement.amount_paisa)` },
    }),
  },
  {
    name: "unsettled_figures_add_up",
    sentence: "What the figures say is not paid out of each day's payments is what of them is in no settlement file.",
    of: "day",
    query: differing({
      of: sql`${payments} where completed_at is not null and settled_at is null and status <> 'refunded'`,
      keptIn: sql`${unsettledFigures}`,
      keys: { day: dayOf(sql`completed_at`), payment_method: sql`payment_method` },
      sums: {
        payments: sql`count(*)`,
        amount_paisa: sql`sum(coalesce(accepted_paisa, amount_paisa) - refunded_paisa)`,
      },
    }),
  },
  {
    name: "stock_adds_up",
    sentence: "The pieces of each product, in stock and sold, are what its stock changes add up to.",
    of: "product",
    query: sql`
      select product.id from ${products} as product left join (
        select product_id, sum(pieces) as pieces from ${stockChanges} group by product_id
      ) as changed on changed.product_id = product.id
      where stock + sold <> coalesce(pieces, 0)`,
  },
];
