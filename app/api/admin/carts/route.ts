import { recordLook } from "@/lib/audit/record-look";
import { listCarts } from "@/lib/cart/list-carts";
import { ListCartsQuery } from "@/lib/cart/schemas";
import { queryOf } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ListCartsQuery);
    await recordLook(ctx, "carts");
    return json(pageOf(request, query, await listCarts(ctx, query)));
  },
});
