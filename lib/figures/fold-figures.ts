import { sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { cartFigures, moneyFigures, orderFigures, paymentFigures, unsettledFigures } from "@/db/schema/figures";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import { leftCarts } from "@/lib/figures/left-carts";
import { daysAfter, dayOf } from "@/lib/figures/model";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const SETTLED_MINUTES = 60; // whoever began before has ended by then

const FIGURES: { table: PgTable; keys: string[]; sums: string[] }[] = [
  {
    table: orderFigures,
    keys: ["day", "status", "payment_status"],
    sums: ["orders", "total_paisa", "paid_paisa", "refunded_paisa"],
  },
  {
    table: paymentFigures,
    keys: ["day", "payment_method", "status", "response_code"],
    sums: ["attempts", "amount_paisa"],
  },
  { table: moneyFigures, keys: ["day", "kind", "payment_method"], sums: ["movements", "amount_paisa"] },
  { table: unsettledFigures, keys: ["day", "payment_method"], sums: ["payments", "amount_paisa"] },
];

/**
 * Makes one row of all that a day has of a kind, and counts the carts that became no order, of days whose
 * carts have all had their time. Changes nothing that
 * anybody reads, and waits for nobody: of many at once one does it. Tells whether it was this one.
 */
export async function foldFigures({ db, now }: Pick<Ctx, "db" | "now">): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [turn] = await tx.execute<{ isOurs: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('figures')) as is_ours`,
    );
    if (!turn?.isOurs) return false;
    for (const figures of FIGURES) await fold(tx, figures);
    await countCarts(tx, dayOf(minutesAfter(expiryCutoff(now, env().cartExpiryHours), -SETTLED_MINUTES)));
    return true;
  });
}

async function fold(tx: Database, { table, keys, sums }: (typeof FIGURES)[number]): Promise<void> {
  const name = sql.identifier(getTableConfig(table).name);
  const key = sql.raw(keys.join(", "));
  const added = sql.raw(sums.map((column) => `sum(${column})`).join(", "));
  const isNothing = sql.raw(sums.map((column) => `sum(${column}) = 0`).join(" and "));
  await tx.execute(sql`
    with several as (select ${key} from ${name} group by ${key} having count(*) > 1 or (${isNothing})),
    gone as (delete from ${name} as figure using several where ${sql.raw(keys.map((column) => `figure.${column} = several.${column}`).join(" and "))} returning figure.*)
    insert into ${name} (${key}, ${sql.raw(sums.join(", "))})
    select ${key}, ${added} from gone group by ${key} having not (${isNothing})`);
}

/** The days before that one, each once and for good. */
async function countCarts(tx: Database, before: string): Promise<void> {
  const [counted] = await tx.execute<{ last: string | null }>(sql`select max(day)::text as last from ${cartFigures}`);
  const from = counted?.last ? daysAfter(counted.last, 1) : "2000-01-01";
  if (from >= before) return;
  await tx.execute(sql`
    insert into ${cartFigures} (day, people)
    select day, count(*) from (${leftCarts({ from: sql`${from}`, before: sql`${before}` })}) as left_behind group by day`);
}
