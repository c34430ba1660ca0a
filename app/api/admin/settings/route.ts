import { jsonBody } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { ifMatchOf, withEtag } from "@/lib/http/etag";
import { json, route } from "@/lib/http/route";
import { changeSettings } from "@/lib/settings/change-settings";
import { getManagedSettings } from "@/lib/settings/get-managed-settings";
import { ChangeSettingsInput, type SettingsView } from "@/lib/settings/schemas";
import { settingsVersion } from "@/lib/settings/settings-view";

const answer = (view: SettingsView) => withEtag(json(view), settingsVersion(view));

/** How the shop works: for the staff to see, for administrators to change, as it was seen where `If-Match` says so. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => answer(await getManagedSettings(await staffContext(request))),
  PUT: async (request) => {
    const ctx = await adminContext(request);
    const input = await jsonBody(request, ChangeSettingsInput.strict());
    return answer(await changeSettings(ctx, { ...input, ifMatch: ifMatchOf(request) }));
  },
});
