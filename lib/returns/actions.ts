"use server";

import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { returnLines } from "@/lib/returns/return-lines";
import { ReturnForm } from "@/lib/returns/schemas";

/** Lines of an order are taken back by its page's form; what came of the money stands on the page then. */
export const returnLinesAction = action(requireStaffContext, ReturnForm, async (ctx, form) => {
  await returnLines(ctx, form);
  await redirectTo(`/admin/orders/${form.orderId}`);
});
