import { changeCode } from "@/lib/discounts/change-code";
import { findCode } from "@/lib/discounts/list-codes";
import { ChangeCodeInput } from "@/lib/discounts/schemas";
import { jsonBody } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await staffContext(request);
    const code = await findCode(ctx, idOf(id, "not_found"));
    if (!code) throw new AppError("not_found", "There is no such discount code.");
    return json(code);
  },
  PATCH: async (request, { id }) => {
    const ctx = await adminContext(request);
    const { seen, ...changes } = await jsonBody(request, ChangeCodeInput.strict());
    return json(await changeCode(ctx, { codeId: idOf(id, "not_found"), changes, seen }));
  },
});
