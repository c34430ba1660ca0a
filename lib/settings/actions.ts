"use server";

import { action } from "@/lib/http/action";
import { UNTOUCHED } from "@/lib/http/form-state";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import { changeSettings } from "@/lib/settings/change-settings";
import { SettingsForm } from "@/lib/settings/schemas";
import { confirmSession } from "@/lib/users/confirm-session";

export const changeSettingsAction = action(requireAdminContext, SettingsForm, async (ctx, { password, ...form }) => {
  if (password !== undefined) await confirmSession(ctx, { password, address: ctx.from?.address ?? null });
  await changeSettings(ctx, form);
  return { ...UNTOUCHED, doneAt: ctx.now.toISOString() };
});
