import { createCode } from "@/lib/discounts/create-code";
import { listCodes } from "@/lib/discounts/list-codes";
import { CreateCodeInput } from "@/lib/discounts/schemas";
import { jsonBody, queryOf } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { PageQuery } from "@/lib/shared/fields";

/** Discount codes, with how often each was used. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, PageQuery);
    return json(pageOf(request, query, await listCodes(ctx, query)));
  },
  POST: async (request) => {
    const ctx = await adminContext(request);
    return json(await createCode(ctx, await jsonBody(request, CreateCodeInput)), 201);
  },
});
