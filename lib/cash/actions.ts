"use server";

import { z } from "zod";
import { recordCall } from "@/lib/cash/record-call";
import { recordCashOfMany } from "@/lib/cash/record-cash-of-many";
import { RecordCallInput, RecordManyInput } from "@/lib/cash/schemas";
import { action, textsOf } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { sendAfterwards } from "@/lib/http/send-afterwards";
import { wholeNumber } from "@/lib/shared/fields";

const CallForm = RecordCallInput.extend({ order_id: z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER)) });

/** What came of calling the buyer, from the order's page. */
export const recordCallAction = action(requireStaffContext, CallForm, async (ctx, { order_id: orderId, ...call }) => {
  await recordCall(ctx, { ...call, orderId });
  await redirectTo(`/admin/orders/${orderId}?done=${call.outcome}`);
});

/** The cash of all parcels that are ticked; leads back to the page, which says what became of them. */
export async function recordManyAction(formData: FormData): Promise<void> {
  const ctx = await requireStaffContext();
  sendAfterwards();
  const ids = Object.keys(textsOf(formData)).flatMap((name) => {
    const id = Number(/^cash_([1-9]\d{0,14})$/.exec(name)?.[1]);
    return id ? [id] : [];
  });
  if (ids.length === 0) await redirectTo("/admin/cash");
  const asked = RecordManyInput.safeParse({ payment_ids: ids });
  if (!asked.success) return redirectTo(`/admin/cash?recorded=0&refused=${ids.length}`);
  const { recorded, refused } = await recordCashOfMany(ctx, asked.data);
  await redirectTo(`/admin/cash?recorded=${recorded.length}&refused=${refused.length}`);
}
