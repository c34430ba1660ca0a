import { jsonBody } from "@/lib/http/body";
import { originOf, systemContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { AcceptInvitationInput } from "@/lib/people/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = { ...systemContext("join"), from: originOf(request.headers) };
    await takeAddressTurn(ctx, "register", request.headers);
    const { userId, email } = await acceptInvitation(ctx, await jsonBody(request, AcceptInvitationInput));
    return json({ message: "Welcome. Sign in with this account.", user: { id: userId, email } });
  },
});
