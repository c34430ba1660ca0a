import type { payments } from "@/db/schema/payments";
import type { PaymentView } from "@/lib/payments/schemas";
import { formatAmount } from "@/lib/shared/money";

export type PaymentRow = typeof payments.$inferSelect;

/** A payment as the API shows it. */
export const paymentView = (payment: PaymentRow): PaymentView => ({
  id: payment.id,
  order_id: payment.orderId,
  transaction_id: payment.transactionId,
  payment_method: payment.paymentMethod,
  amount: formatAmount(payment.amountPaisa),
  refunded_amount: formatAmount(payment.refundedPaisa),
  status: payment.status,
  response_code: payment.responseCode,
  response_message: payment.responseMessage,
  gateway_reference: payment.gatewayReference,
  created_at: payment.createdAt.toISOString(),
  updated_at: payment.updatedAt.toISOString(),
  completed_at: payment.completedAt?.toISOString() ?? null,
  expires_at: payment.expiresAt?.toISOString() ?? null,
});
