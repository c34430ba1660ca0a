import { makeSuggestions } from "@/lib/catalog/make-suggestions";
import { SuggestQuery } from "@/lib/catalog/schemas";
import { queryOf } from "@/lib/http/body";
import { publicContext } from "@/lib/http/public-context";
import { json, route } from "@/lib/http/route";

/** What a text that is still being typed may lead to. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const { q } = queryOf(request, SuggestQuery);
    return json(await makeSuggestions(publicContext().db, q));
  },
});
