"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireStaffContext } from "@/lib/http/require-staff-context";
import { requireUserContext } from "@/lib/http/require-user-context";
import { PAGE_PATIENCE_MS } from "@/lib/payments/model";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { inquireNow } from "@/lib/payments/inquire-now";
import { replayNotice } from "@/lib/payments/replay-notice";
import { asksForWallet, PaymentMethodFields } from "@/lib/payments/schemas";
import { verifyPayment } from "@/lib/payments/verify-payment";
import { textField, wholeNumber } from "@/lib/shared/fields";

const PayOrderForm = asksForWallet(
  z.object({ order_id: z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER)), ...PaymentMethodFields }),
);

export const payOrderAction = action(
  ({ order_id = "" }) => requireUserContext(`/orders/${Number(order_id) || ""}`),
  PayOrderForm,
  async (ctx, { order_id, payment_method, wallet_phone, cnic_last6 }) => {
    const input = { order_id, payment_method, customer_phone: wallet_phone, cnic_last6 };
    const payment = await initiatePayment(ctx, input, { patienceMs: PAGE_PATIENCE_MS });
    const path = `/payments/${payment.transaction_id}`;
    await redirectTo(payment_method === "jazzcash" ? `${path}/pay` : path);
  },
);

export const askGatewayAction = action(
  ({ transaction_id = "" }) => requireUserContext(`/payments/${encodeURIComponent(transaction_id)}`),
  z.object({ transaction_id: textField(64) }),
  async (ctx, { transaction_id }) => {
    await verifyPayment(ctx, { transaction_id });
    await redirectTo(`/payments/${encodeURIComponent(transaction_id)}`);
  },
);

const id = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));
const toPayment = (paymentId: number, done: string) => redirectTo(`/admin/payments/${paymentId}?done=${done}`);

export const inquireNowAction = action(requireStaffContext, z.object({ payment_id: id }), async (ctx, form) => {
  await inquireNow(ctx, { paymentId: form.payment_id });
  await toPayment(form.payment_id, "asked");
});

const ReplayForm = z.object({ payment_id: id, event_id: id });

export const replayNoticeAction = action(requireStaffContext, ReplayForm, async (ctx, { payment_id, event_id }) => {
  const { outcome } = await replayNotice(ctx, { paymentId: payment_id, eventId: event_id });
  await toPayment(payment_id, outcome);
});
