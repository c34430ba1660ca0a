import { loadStaffContext } from "@/lib/http/load-staff-context";
import { isAdmin } from "@/lib/shared/context";
import { listZones } from "@/lib/zones/queries";

/** What delivery costs, for the staff, whose administrators may change it; null for all others. */
export async function loadZones() {
  const ctx = await loadStaffContext();
  return ctx && { zones: await listZones(ctx), isAdmin: isAdmin(ctx.actor) };
}
