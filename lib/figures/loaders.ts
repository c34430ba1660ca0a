import { cache } from "react";
import { getDashboard } from "@/lib/figures/get-dashboard";
import { listCases } from "@/lib/figures/list-cases";
import { dayOf, readRange, zeroAt } from "@/lib/figures/model";
import { loadStaffContext } from "@/lib/http/load-staff-context";

/** The dashboard of the days that an address asks for; null for all who are no staff. */
export async function loadDashboard(query: Record<string, unknown>) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const range = readRange(query, dayOf(ctx.now));
  return { figures: await getDashboard(ctx, range), range, now: ctx.now };
}

/** The cases of one of the four numbers; null for all who are no staff, and where there is no such number. */
export const loadCases = cache(async (place: string) => {
  const ctx = await loadStaffContext();
  const zero = ctx && zeroAt(place);
  return zero && { zero, ...(await listCases(ctx, zero)), now: ctx.now };
});
