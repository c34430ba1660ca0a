import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { changeZone } from "@/lib/zones/change-zone";
import { removeZone } from "@/lib/zones/remove-zone";
import { ChangeZoneInput } from "@/lib/zones/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { id }) => {
    const ctx = await adminContext(request);
    const { seen, ...changes } = await jsonBody(request, ChangeZoneInput.strict());
    return json(await changeZone(ctx, { zoneId: idOf(id, "not_found"), changes, seen }));
  },
  DELETE: async (request, { id }) => {
    const ctx = await adminContext(request);
    await removeZone(ctx, { zoneId: idOf(id, "not_found") });
    return json({ message: "Delivery to this city costs what it costs elsewhere." });
  },
});
