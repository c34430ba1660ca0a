import { jsonBody } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { createZone } from "@/lib/zones/create-zone";
import { listZones } from "@/lib/zones/queries";
import { CreateZoneInput } from "@/lib/zones/schemas";

/** What delivery costs, by city. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json({ results: await listZones(await staffContext(request)) }),
  POST: async (request) => {
    const ctx = await adminContext(request);
    return json(await createZone(ctx, await jsonBody(request, CreateZoneInput)), 201);
  },
});
