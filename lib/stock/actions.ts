"use server";

import { action } from "@/lib/http/action";
import { formKey } from "@/lib/http/idempotency";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { changeStockOnce } from "@/lib/stock/change-stock-once";
import { ChangeStockForm } from "@/lib/stock/schemas";

/** What came or went, written down once for each time that its form was opened. */
export const changeStockAction = action(requireStaffContext, ChangeStockForm, async (ctx, input) => {
  const { item_code: itemCode, form_key, ...change } = input;
  await changeStockOnce(ctx, formKey(form_key, input), { ...change, itemCode });
  await redirectTo(`/admin/products/${encodeURIComponent(itemCode)}?done=${ctx.now.getTime()}`);
});
