"use server";

import { namingChanges } from "@/lib/desk/naming-changes";
import { action } from "@/lib/http/action";
import { makeOnce } from "@/lib/http/idempotency";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import { approveRefund } from "@/lib/refunds/approve-refund";
import { declineRefund } from "@/lib/refunds/decline-refund";
import { giveBackNow } from "@/lib/refunds/give-back-now";
import { findRefundOutcome, refundPayment } from "@/lib/refunds/refund-payment";
import { requestRefund } from "@/lib/refunds/request-refund";
import { DecideRefundForm, GiveBackForm, RefundForm, type RefundView } from "@/lib/refunds/schemas";
import { AppError } from "@/lib/shared/errors";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

const toPayment = (paymentId: number, done: string) => redirectTo(`/admin/payments/${paymentId}?done=${done}`);

const wordOf = ({ status }: RefundView) => (status === "completed" ? "refunded" : "refunding");

const refund = namingChanges(async (ctx, { formKey, password, orderId, ifMatch, input }: RefundForm) => {
  await confirmIfTyped(ctx, password);
  const seen = { ...input, ifMatch: ifMatch || undefined };
  const once = {
    route: "payments/refund",
    input,
    run: (recordResult?: Parameters<typeof refundPayment>[2]) => refundPayment(ctx, seen, recordResult),
    find: (refundId: number) => findRefundOutcome(ctx, refundId),
  } as const;
  const done = await makeOnce(ctx, formKey, once).then(
    ({ result }) => wordOf(result),
    async (thrown: unknown) => {
      if (!(thrown instanceof AppError) || thrown.code !== "approval_required") throw thrown;
      await requestRefund(ctx, seen);
      return "requested";
    },
  );
  await (orderId ? redirectTo(`/admin/orders/${orderId}?done=${done}`) : toPayment(input.paymentId, done));
});

/**
 * Gives money back, once for each time that the form was opened; what needs a second administrator is asked of one. Leads
 * back to the page that the form stood on, the payment's or its order's.
 */
export const refundPaymentAction = action(requireAdminContext, RefundForm, refund);

export const giveBackNowAction = action(requireAdminContext, GiveBackForm, async (ctx, { payment_id, password }) => {
  await confirmIfTyped(ctx, password);
  await toPayment(payment_id, wordOf(await giveBackNow(ctx, { paymentId: payment_id })));
});

export const approveRefundAction = action(requireAdminContext, DecideRefundForm, async (ctx, form) => {
  await confirmIfTyped(ctx, form.password);
  await toPayment(form.payment_id, wordOf(await approveRefund(ctx, { requestId: form.request_id })));
});

export const declineRefundAction = action(requireAdminContext, DecideRefundForm, async (ctx, form) => {
  await declineRefund(ctx, { requestId: form.request_id });
  await toPayment(form.payment_id, "declined");
});
