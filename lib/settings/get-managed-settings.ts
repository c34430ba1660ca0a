import { getSettings } from "@/lib/settings/get-settings";
import type { SettingsView } from "@/lib/settings/schemas";
import { settingsView } from "@/lib/settings/settings-view";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** How the shop works at this moment, for the staff. */
export async function getManagedSettings(ctx: UserCtx): Promise<SettingsView> {
  requireStaff(ctx.actor);
  return settingsView(await getSettings(ctx));
}
