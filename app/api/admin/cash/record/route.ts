import { recordCashOfMany } from "@/lib/cash/record-cash-of-many";
import { RecordManyInput } from "@/lib/cash/schemas";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await staffContext(request);
    return json(await recordCashOfMany(ctx, await jsonBody(request, RecordManyInput)));
  },
});
