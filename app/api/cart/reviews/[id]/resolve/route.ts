import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { ResolveReviewInput } from "@/lib/reviews/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, ResolveReviewInput);
    const review = await resolveReview(ctx, { ...input, reviewId: idOf(id, "review_item_not_found") });
    return json({ message: "The item is closed.", review });
  },
});
