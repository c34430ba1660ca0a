import { jsonBody } from "@/lib/http/body";
import { accountContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { ConfirmSecondFactorInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await accountContext(request);
    return json(await confirmSecondFactor(ctx, await jsonBody(request, ConfirmSecondFactorInput)));
  },
});
