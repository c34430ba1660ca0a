import { expireCarts } from "@/lib/cart/expire-carts";
import { ExpireCartsInput } from "@/lib/cart/schemas";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await staffContext(request);
    const { dry_run } = await jsonBody(request, ExpireCartsInput);
    return json({ ...(await expireCarts(ctx, { dryRun: dry_run })), dry_run });
  },
});
