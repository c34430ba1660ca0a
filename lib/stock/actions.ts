"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { changeStock } from "@/lib/stock/change-stock";
import { ChangeStockForm } from "@/lib/stock/schemas";

export const changeStockAction = action(requireStaffContext, ChangeStockForm, async (ctx, { item_code, ...change }) => {
  await changeStock(ctx, { ...change, itemCode: item_code });
  await redirectTo(`/admin/products/${encodeURIComponent(item_code)}?done=${ctx.now.getTime()}`);
});
