"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import { importProducts } from "@/lib/imports/import-products";
import { ImportStagedForm } from "@/lib/imports/schemas";

export const importProductsAction = action(requireAdminContext, ImportStagedForm, async (ctx, { import_id, plan }) => {
  await importProducts(ctx, { importId: import_id, plan });
  await redirectTo(`/admin/products/import/${import_id}`);
});
