import { listProducts } from "@/lib/catalog/queries";
import { ListProductsQuery } from "@/lib/catalog/schemas";
import { queryOf } from "@/lib/http/body";
import { pageOf } from "@/lib/http/page";
import { publicContext } from "@/lib/http/public-context";
import { json, route } from "@/lib/http/route";

/** What is on sale. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = queryOf(request, ListProductsQuery);
    return json(pageOf(request, query, await listProducts(publicContext().db, query)));
  },
});
