import type { payments } from "@/db/schema/payments";
import type { PaymentView, SearchedPaymentView } from "@/lib/payments/schemas";
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

/** The same as staff see it in a list. */
export const searchedPaymentView = (found: { payment: PaymentRow; orderNumber: string }): SearchedPaymentView => ({
  ...paymentView(found.payment),
  order_number: found.orderNumber,
  voucher_number: found.payment.voucherNumber,
  is_surplus: found.payment.isSurplus,
  give_back_wanted_at: found.payment.giveBackWantedAt?.toISOString() ?? null,
  last_inquired_at: found.payment.lastInquiredAt?.toISOString() ?? null,
});
