import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { resendInvitation } from "@/lib/people/resend-invitation";
import { ResendInvitationInput } from "@/lib/people/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { invitation = "" }) => {
    const ctx = await adminContext(request);
    const { locale } = await jsonBody(request, ResendInvitationInput);
    const sent = await resendInvitation(ctx, { invitation, locale });
    return json({ message: "A new invitation is on its way.", ...sent });
  },
});
