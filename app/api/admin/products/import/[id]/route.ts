import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { findImport } from "@/lib/imports/find-import";
import { importProducts } from "@/lib/imports/import-products";
import { ImportStagedInput } from "@/lib/imports/schemas";
import { AppError } from "@/lib/shared/errors";

/** A file whose dry run was made: what it would change now; and its import. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const ctx = await adminContext(request);
    const found = await findImport(ctx, idOf(id, "not_found"));
    if (!found?.plan) throw new AppError("not_found", "There is no such file, or it was imported already.");
    return json(found.plan);
  },
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const { plan } = await jsonBody(request, ImportStagedInput);
    return json(await importProducts(ctx, { importId: idOf(id, "not_found"), plan }));
  },
});
