import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { disableUser } from "@/lib/people/disable-user";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    await disableUser(ctx, { userId: idOf(id, "person_not_found") });
    return json({ message: "The account is shut and signed out everywhere." });
  },
});
