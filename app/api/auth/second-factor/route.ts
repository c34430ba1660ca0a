import { jsonBody } from "@/lib/http/body";
import { clientAddress } from "@/lib/http/client-address";
import { accountContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { BeginSecondFactorInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await accountContext(request);
    const input = await jsonBody(request, BeginSecondFactorInput);
    return json(await beginSecondFactor(ctx, { ...input, address: clientAddress(request.headers) }));
  },
});
