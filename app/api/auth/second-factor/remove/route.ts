import { jsonBody } from "@/lib/http/body";
import { clientAddress } from "@/lib/http/client-address";
import { accountContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { removeSecondFactor } from "@/lib/users/remove-second-factor";
import { RemoveSecondFactorInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await accountContext(request);
    const input = await jsonBody(request, RemoveSecondFactorInput);
    await removeSecondFactor(ctx, { ...input, address: clientAddress(request.headers) });
    return json({ message: "The second factor is off." });
  },
});
