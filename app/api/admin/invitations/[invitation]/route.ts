import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { withdrawInvitation } from "@/lib/people/withdraw-invitation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  DELETE: async (request, { invitation = "" }) => {
    const ctx = await adminContext(request);
    await withdrawInvitation(ctx, { invitation });
    return json({ message: "The invitation is withdrawn." });
  },
});
