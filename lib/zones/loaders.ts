import { loadAdminContext } from "@/lib/http/load-staff-context";
import { listZones } from "@/lib/zones/queries";

/** What delivery costs, for administrators; null for all others. */
export async function loadZones() {
  const ctx = await loadAdminContext();
  return ctx && { zones: await listZones(ctx) };
}
