import { recordLook } from "@/lib/audit/record-look";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listPeople } from "@/lib/people/queries";
import { ListPeopleQuery } from "@/lib/people/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await adminContext(request);
    const query = queryOf(request, ListPeopleQuery);
    await recordLook(ctx, "people");
    return json(pageOf(request, query, await listPeople(ctx, query)));
  },
});
