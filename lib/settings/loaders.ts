import { loadStaffContext } from "@/lib/http/load-staff-context";
import { getManagedSettings } from "@/lib/settings/get-managed-settings";
import { isAdmin } from "@/lib/shared/context";

/** The settings for the staff, whose administrators may change them; null for all others. */
export async function loadSettings() {
  const ctx = await loadStaffContext();
  return ctx && { settings: await getManagedSettings(ctx), isAdmin: isAdmin(ctx.actor) };
}
