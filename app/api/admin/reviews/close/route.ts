import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { closeReviewsTogether } from "@/lib/reviews/close-reviews-together";
import { CloseReviewsInput } from "@/lib/reviews/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await staffContext(request);
    return json(await closeReviewsTogether(ctx, await jsonBody(request, CloseReviewsInput)));
  },
});
