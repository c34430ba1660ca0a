import { type SQL, sql } from "drizzle-orm";
import { ledgerProofs } from "@/db/schema/operations";
import { reviewItems } from "@/db/schema/reviews";
import { statement } from "@/db/statement";
import { casesOf } from "@/lib/figures/cases-of";
import { type Zero, ZEROS } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";
import type { Ctx } from "@/lib/shared/context";
import { formatAmount, paisa } from "@/lib/shared/money";

type Count = { zero: Zero; count: number; amount: number };

const countOf = (zero: Zero, cases: SQL): SQL => sql`
  select ${sql.raw(`'${zero}'`)} as zero, count(*)::int as count, coalesce(sum(amount), 0)::bigint as amount from (${cases}) as ${sql.identifier(zero)}`;

const COUNT = statement<{ now: Date }, Count>(({ now }) => {
  const cases = casesOf(sql`${now}`);
  return sql.join(
    ZEROS.map((zero) => countOf(zero, cases[zero])),
    sql` union all `,
  );
});

const WATCH = statement<
  { now: Date },
  { reviews: number; ranAt: Date | null; breaches: Record<string, number> | null }
>(
  ({ now }) => sql`
    select waiting.count as reviews, proof.ran_at, proof.breaches from (
      select count(*)::int as count from ${reviewItems}
      where closed_at is null and opened_at <= ${now}::timestamptz - interval '24 hours'
    ) as waiting left join (
      select ran_at, breaches from ${ledgerProofs} order by ran_at desc limit 1
    ) as proof on true`,
);

type Found = Pick<DashboardView, "zeros" | "reviews_older_than_a_day" | "last_proof">;

/** The numbers that must be zero, what has waited long for a person, and what the last proof of the ledger found. */
export async function findZeros({ db, now }: Pick<Ctx, "db" | "now">): Promise<Found> {
  const [counts, [watch]] = await Promise.all([COUNT(db, { now }), WATCH(db, { now })]);
  const view = (zero: Zero) => {
    const found = counts.find((count) => count.zero === zero);
    const amount = zero === "differing" ? null : formatAmount(paisa(found?.amount ?? 0));
    return { count: found?.count ?? 0, amount };
  };
  return {
    zeros: {
      paid_without_order: view("paid_without_order"),
      unknown: view("unknown"),
      differing: view("differing"),
      stuck: view("stuck"),
    },
    reviews_older_than_a_day: watch?.reviews ?? 0,
    last_proof: watch?.ranAt ? { ran_at: watch.ranAt.toISOString(), breaches: watch.breaches ?? {} } : null,
  };
}
