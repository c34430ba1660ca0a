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

type Seen = { seen_charge: string; seen_free_from: string | null };
const seenIn = ({ seen_charge, seen_free_from }: Seen) => ({ charge: seen_charge, free_from: seen_free_from });

export const changeZoneAction = action(requireAdminContext, ChangeZoneForm, async (ctx, input) => {
  const { zone_id, charge, free_from } = input;
  await changeZone(ctx, { zoneId: zone_id, changes: { charge, free_from }, seen: seenIn(input) });
  await goBack(ctx);
});

export const removeZoneAction = action(requireAdminContext, RemoveZoneForm, async (ctx, input) => {
  await removeZone(ctx, { zoneId: input.zone_id, seen: seenIn(input) });
  await goBack(ctx);
});
