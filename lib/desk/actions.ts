"use server";

import { refresh } from "next/cache";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { listParcels, type Parcel } from "@/lib/desk/list-parcels";
import { type DeskStep, STATE_AFTER } from "@/lib/desk/model";
import { BulkStepsForm, DeskStepForm, type StepTakenView, WrittenForm } from "@/lib/desk/schemas";
import { namingChanges } from "@/lib/desk/naming-changes";
import { takeSteps } from "@/lib/desk/take-steps";
import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { action } from "@/lib/http/action";
import type { FormState } from "@/lib/http/form-state";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { changeParcel } from "@/lib/desk/change-parcel";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { writeOffOrder } from "@/lib/orders/write-off-order";
import { recordCash } from "@/lib/payments/record-cash";

const toOrder = (orderId: number, done: string) => redirectTo(`/admin/orders/${orderId}?done=${done}`);

const takeStep = namingChanges(async (ctx, form: DeskStepForm) => {
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
    case "write_off":
      await writeOffOrder(ctx, { ...seen, reason: form.reason, restock: form.goods === "restock" });
      break;
    case "parcel": {
      const { courier = "", tracking_number = "" } = form;
      await changeParcel(ctx, { ...seen, courier, tracking_number });
      break;
    }
    case "record_cash":
      await recordCash(ctx, { paymentId: form.payment_id ?? 0, ifMatch: [version] });
  }
  await toOrder(orderId, form.intent);
});

/** One step with an order as it was seen, by the button that was pressed. */
export const deskStepAction = action(requireStaffContext, DeskStepForm, takeStep);

/** A note for the staff, or a message to the customer: true of the order however a colleague has moved it meanwhile. */
export const writeAction = action(
  requireStaffContext,
  WrittenForm,
  async (ctx, { order_id: orderId, intent, text }) => {
    await (intent === "note" ? addOrderNote : writeToCustomer)(ctx, { orderId, text });
    await toOrder(orderId, intent);
  },
);

/** What became of each order that was chosen, or those of which it is asked who brings them. */
export type BulkState = FormState & { step?: DeskStep; taken?: StepTakenView[]; parcels?: Parcel[] };

export const bulkStepsAction: (state: BulkState, formData: FormData) => Promise<BulkState> = action(
  requireStaffContext,
  BulkStepsForm,
  async (ctx, { step, chosen, courier }): Promise<BulkState> => {
    const done = { values: {}, errors: {}, problem: null };
    if (step === "back") return done;
    if (step === "ship") return { ...done, parcels: await listParcels(ctx, chosen) };
    const asked = step === "ship_now" ? "ship" : step;
    const taken = await takeSteps(ctx, { step: asked, chosen, courier });
    refresh();
    return { ...done, step: asked, taken, doneAt: ctx.now.toISOString() };
  },
);
