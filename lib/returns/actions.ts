"use server";

import { namingChanges } from "@/lib/desk/naming-changes";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { takeBackLines } from "@/lib/returns/return-lines";
import { ReturnForm } from "@/lib/returns/schemas";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

const DONE = {
  none: "returned",
  completed: "refunded",
  processing: "refunding",
  failed: "refundRefused",
  requested: "requested",
  asked_about: "askedAbout",
} as const;

const takeBack = namingChanges(async (ctx, { password, ...form }: ReturnForm) => {
  if (form.refund) await confirmIfTyped(ctx, password);
  const { money } = await takeBackLines(ctx, { ...form, mayAsk: true });
  await redirectTo(`/admin/orders/${form.orderId}?done=${DONE[money]}`);
});

/** Lines of an order are taken back by its page's form, which says then what came of the money. */
export const returnLinesAction = action(requireStaffContext, ReturnForm, takeBack);
