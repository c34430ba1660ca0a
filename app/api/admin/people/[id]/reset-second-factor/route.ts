import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    await resetSecondFactor(ctx, { userId: idOf(id, "person_not_found") });
    return json({ message: "The account has no second factor any more." });
  },
});
