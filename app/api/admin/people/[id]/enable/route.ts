import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { enableUser } from "@/lib/people/enable-user";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    await enableUser(ctx, { userId: idOf(id, "person_not_found") });
    return json({ message: "The account is open again." });
  },
});
