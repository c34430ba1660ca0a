"use server";

import { refresh } from "next/cache";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { STATE_AFTER } from "@/lib/desk/model";
import { BulkStepsForm, DeskStepForm, RefundForm, type StepTakenView, WrittenForm } from "@/lib/desk/schemas";
import { takeSteps } from "@/lib/desk/take-steps";
import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { action } from "@/lib/http/action";
import type { FormState } from "@/lib/http/form-state";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext, requireStaffContext } from "@/lib/http/require-staff-context";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";

const toOrder = (orderId: number) => redirectTo(`/admin/orders/${orderId}`);

/** One step with an order as it was seen, by the button that was pressed. */
export const deskStepAction = action(requireStaffContext, DeskStepForm, async (ctx, form) => {
  const { order_id: orderId, version } = form;
  const seen = { orderId, ifMatch: [version] };
  switch (form.intent) {
    case "start":
    case "deliver":
      await updateOrderStatus(ctx, { ...seen, status: STATE_AFTER[form.intent], notes: "" });
      break;
    case "ship": {
      const { courier, tracking_number } = form;
      await updateOrderStatus(ctx, { ...seen, status: "shipped", notes: "", courier, tracking_number });
      break;
    }
    case "cancel":
      await cancelOrder(ctx, { ...seen, reason: form.reason, returned: false, restock: false });
      break;
    case "came_back":
      await cancelOrder(ctx, { ...seen, reason: form.reason, returned: true, restock: form.goods === "restock" });
      break;
    case "record_cash":
      await recordCash(ctx, { paymentId: form.payment_id ?? 0, ifMatch: [version] });
  }
  await toOrder(orderId);
});

/** A note for the staff, or a message to the customer. */
export const writeAction = action(requireStaffContext, WrittenForm, async (ctx, form) => {
  const written = { orderId: form.order_id, text: form.text, ifMatch: [form.version] };
  await (form.intent === "note" ? addOrderNote(ctx, written) : writeToCustomer(ctx, written));
  await toOrder(form.order_id);
});

/** An administrator gives an order's money back. */
export const refundAction = action(requireAdminContext, RefundForm, async (ctx, form) => {
  const { order_id, payment_id: paymentId, amount, reason, version } = form;
  await refundPayment(ctx, { paymentId, amount, reason, ifMatch: [version] });
  await toOrder(order_id);
});

/** What became of each order that was chosen. */
export type BulkState = FormState & { taken?: StepTakenView[] };

export const bulkStepsAction: (state: BulkState, formData: FormData) => Promise<BulkState> = action(
  requireStaffContext,
  BulkStepsForm,
  async (ctx, { step, chosen }): Promise<BulkState> => {
    const taken = await takeSteps(ctx, { step, chosen });
    refresh();
    return { values: {}, errors: {}, problem: null, taken };
  },
);
