import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { inviteStaff } from "@/lib/people/invite-staff";
import { listInvitations } from "@/lib/people/list-invitations";
import { InviteStaffInput } from "@/lib/people/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json({ results: await listInvitations(await adminContext(request)) }),
  POST: async (request) => {
    const ctx = await adminContext(request);
    const { invitation } = await inviteStaff(ctx, await jsonBody(request, InviteStaffInput));
    return json({ message: "The invitation is on its way.", invitation }, 201);
  },
});
