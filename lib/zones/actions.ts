"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import type { UserCtx } from "@/lib/shared/context";
import { changeZone } from "@/lib/zones/change-zone";
import { createZone } from "@/lib/zones/create-zone";
import { removeZone } from "@/lib/zones/remove-zone";
import { ChangeZoneForm, CreateZoneForm, RemoveZoneForm } from "@/lib/zones/schemas";

const goBack = ({ now }: UserCtx) => redirectTo(`/admin/delivery?done=${now.getTime()}`);

export const createZoneAction = action(requireAdminContext, CreateZoneForm, async (ctx, input) => {
  await createZone(ctx, input);
  await goBack(ctx);
});

export const changeZoneAction = action(requireAdminContext, ChangeZoneForm, async (ctx, input) => {
  const { zone_id, charge, free_from, seen_charge, seen_free_from } = input;
  const seen = { charge: seen_charge, free_from: seen_free_from };
  await changeZone(ctx, { zoneId: zone_id, changes: { charge, free_from }, seen });
  await goBack(ctx);
});

export const removeZoneAction = action(requireAdminContext, RemoveZoneForm, async (ctx, { zone_id }) => {
  await removeZone(ctx, { zoneId: zone_id });
  await goBack(ctx);
});
