import { jsonBody } from "@/lib/http/body";
import { systemContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
import { RequestResetInput } from "@/lib/users/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = systemContext("password-reset");
    await takeAddressTurn(ctx, "password_reset", request.headers);
    await requestPasswordReset(ctx, await jsonBody(request, RequestResetInput));
    return json({ message: "If there is an account with this e-mail, a link is on its way to it." });
  },
});
