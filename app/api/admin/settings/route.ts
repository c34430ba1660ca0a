import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { changeSettings } from "@/lib/settings/change-settings";
import { getSettings } from "@/lib/settings/get-settings";
import { ChangeSettingsInput } from "@/lib/settings/schemas";
import { settingsView } from "@/lib/settings/settings-view";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(settingsView(await getSettings(await adminContext(request)))),
  PUT: async (request) => {
    const ctx = await adminContext(request);
    return json(await changeSettings(ctx, await jsonBody(request, ChangeSettingsInput)));
  },
});
