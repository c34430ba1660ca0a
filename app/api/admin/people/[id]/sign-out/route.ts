import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { closeSessionsOf } from "@/lib/people/close-sessions-of";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const { closed } = await closeSessionsOf(ctx, { userId: idOf(id, "person_not_found") });
    return json({ message: "Signed out everywhere.", closed });
  },
});
