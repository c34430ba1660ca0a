import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { lookAtPerson } from "@/lib/people/look-at-person";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await adminContext(request);
    const person = await lookAtPerson(ctx, idOf(id, "person_not_found"));
    if (!person) throw new AppError("person_not_found", "There is no such person.");
    return json(person);
  },
});
