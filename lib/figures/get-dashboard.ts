import { findAttempts } from "@/lib/figures/find-attempts";
import { findDays } from "@/lib/figures/find-days";
import { findFunnel } from "@/lib/figures/find-funnel";
import { findWaiting } from "@/lib/figures/find-waiting";
import { findZeros } from "@/lib/figures/find-zeros";
import { dayOf, type Range } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";
import { shopStatistics } from "@/lib/figures/shop-statistics";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** Everything that stands on the dashboard, of these days where it is of days; for staff. Refuses `forbidden`. */
export async function getDashboard(ctx: UserCtx, { from, to }: Range): Promise<DashboardView> {
  requireStaff(ctx.actor);
  const range = { from, to };
  const [zeros, shop, days, byOutcome, funnel, waiting] = await Promise.all([
    findZeros(ctx),
    shopStatistics(ctx.db),
    findDays(ctx.db, range, dayOf(ctx.now)),
    findAttempts(ctx.db, range),
    findFunnel(ctx.db, range),
    findWaiting(ctx),
  ]);
  return { ...range, ...zeros, shop, ...days, ...byOutcome, funnel, ...waiting };
}
