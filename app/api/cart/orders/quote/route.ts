import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { quoteOrder } from "@/lib/orders/quote-order";
import { QuoteInput } from "@/lib/orders/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    return json(await quoteOrder(ctx, await jsonBody(request, QuoteInput)));
  },
});
