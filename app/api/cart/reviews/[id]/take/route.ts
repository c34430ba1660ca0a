import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { TakeReviewInput } from "@/lib/reviews/schemas";
import { takeReview } from "@/lib/reviews/take-review";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, TakeReviewInput);
    const review = await takeReview(ctx, { ...input, reviewId: idOf(id, "review_item_not_found") });
    return json({ message: "The item is taken on.", review });
  },
});
