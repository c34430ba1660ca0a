import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { findPerson } from "@/lib/people/queries";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await adminContext(request);
    const person = await findPerson(ctx, idOf(id, "person_not_found"));
    if (!person) throw new AppError("person_not_found", "There is no such person.");
    return json(person);
  },
});
