import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { changeRole } from "@/lib/people/change-role";
import { ChangeRoleInput } from "@/lib/people/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { id }) => {
    const ctx = await adminContext(request);
    const { role } = await jsonBody(request, ChangeRoleInput.strict());
    await changeRole(ctx, { userId: idOf(id, "person_not_found"), role });
    return json({ message: "The role is changed.", role });
  },
});
