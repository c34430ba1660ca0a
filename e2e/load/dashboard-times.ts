import { sql } from "drizzle-orm";
import { busyShop } from "@/e2e/load/busy-shop";
import { share, timeOf } from "@/e2e/load/time-of";
import { findAttempts } from "@/lib/figures/find-attempts";
import { findDays } from "@/lib/figures/find-days";
import { findFunnel } from "@/lib/figures/find-funnel";
import { findWaiting } from "@/lib/figures/find-waiting";
import { findZeros } from "@/lib/figures/find-zeros";
import { foldFigures } from "@/lib/figures/fold-figures";
import { getDashboard } from "@/lib/figures/get-dashboard";
import { listCases } from "@/lib/figures/list-cases";
import { dayOf, daysAfter, ZEROS } from "@/lib/figures/model";
import { shopStatistics } from "@/lib/figures/shop-statistics";

const ORDERS = Number(process.env.ORDERS ?? 1_000_000);
const ROUNDS = 60;
const UNFOLDED = 20_000; // what a busy shop writes between two runs of the cron
const now = new Date();
const today = dayOf(now);

const { db, ctx, stop } = await busyShop(ORDERS, now);

/** Changes that nobody has folded yet: orders that are paid one after the other. */
const unfold = () =>
  db.execute(sql`
    insert into order_figures (day, status, payment_status, orders, total_paisa, paid_paisa, refunded_paisa)
    select ${today}::date, (case when n % 2 = 0 then 'pending' else 'confirmed' end)::order_status,
      (case when n % 2 = 0 then 'unpaid' else 'paid' end)::order_payment_status, case when n % 2 = 0 then -1 else 1 end,
      case when n % 2 = 0 then -150000 else 150000 end, n % 2 * 150000, 0 from generate_series(1, ${UNFOLDED}::int) as n`);

const reads = (from: string) => {
  const range = { from, to: today };
  return {
    "zeros, reviews, proof": () => findZeros(ctx),
    "whole shop": () => shopStatistics(db),
    "days and methods": () => findDays(db, range, today),
    "attempts and codes": () => findAttempts(db, range),
    funnel: () => findFunnel(db, range),
    "cash, carts, unsettled, stock": () => findWaiting(ctx),
  };
};

async function report(what: string): Promise<void> {
  for (const [name, days] of Object.entries({ today: 1, "7 days": 7, "30 days": 30, "90 days": 90, "366 days": 366 })) {
    const from = daysAfter(today, 1 - days);
    const times: Record<string, number[]> = {};
    for (let round = -5; round < ROUNDS; round++) {
      let sum = 0;
      for (const [read, run] of Object.entries(reads(from))) {
        const ms = await timeOf(run);
        sum += ms;
        if (round >= 0) (times[read] ??= []).push(ms);
      }
      const page = await timeOf(() => getDashboard(ctx, { from, to: today }));
      if (round >= 0) (times["their sum, one after the other"] ??= []).push(sum);
      if (round >= 0) (times["the page, all at once"] ??= []).push(page);
    }
    console.log(`\n${name}, ${what}: p50 and p95 in ms`);
    for (const [read, all] of Object.entries(times)) console.log(`${share(all, 0.5)} ${share(all, 0.95)}  ${read}`);
  }
}

await report("folded");
await unfold();
await report(`${UNFOLDED} changes not folded`);
console.log(`\nFolding them: ${(await timeOf(() => foldFigures(ctx))).toFixed(0)} ms`);
for (const zero of ZEROS) {
  const times: number[] = [];
  for (let round = 0; round < 20; round++) times.push(await timeOf(() => listCases(ctx, zero)));
  console.log(`${share(times, 0.5)} ${share(times, 0.95)}  cases of ${zero}`);
}
await stop();
