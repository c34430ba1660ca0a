import { jsonBody } from "@/lib/http/body";
import { clientAddress } from "@/lib/http/client-address";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { confirmSession } from "@/lib/users/confirm-session";
import { ConfirmPasswordInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await staffContext(request);
    const { password } = await jsonBody(request, ConfirmPasswordInput);
    return json(await confirmSession(ctx, { password, address: clientAddress(request.headers) }));
  },
});
