import { loadAdminContext } from "@/lib/http/load-staff-context";
import { getSettings } from "@/lib/settings/get-settings";
import { settingsView } from "@/lib/settings/settings-view";

/** The settings for an administrator; null for all others. */
export async function loadSettings() {
  const ctx = await loadAdminContext();
  return ctx && settingsView(await getSettings(ctx));
}
