import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { listReviews } from "@/lib/reviews/queries";
import { ListReviewsQuery } from "@/lib/reviews/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListReviewsQuery);
    return json(pageOf(request, query, await listReviews(ctx, query)));
  },
});
