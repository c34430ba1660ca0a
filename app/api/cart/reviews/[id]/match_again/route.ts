import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { matchAgain } from "@/lib/settlements/match-again";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const matched = await matchAgain(ctx, { reviewId: idOf(id, "review_item_not_found") });
    const message = matched.why === null ? "The row fits now." : "The row still does not fit. The item stays open.";
    return json({ message, ...matched });
  },
});
