"use server";

import { action } from "@/lib/http/action";
import { UNTOUCHED } from "@/lib/http/form-state";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import { changeSettings } from "@/lib/settings/change-settings";
import { SettingsForm } from "@/lib/settings/schemas";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

export const changeSettingsAction = action(requireAdminContext, SettingsForm, async (ctx, { password, ...form }) => {
  await confirmIfTyped(ctx, password);
  await changeSettings(ctx, form);
  return { ...UNTOUCHED, doneAt: ctx.now.toISOString() };
});
