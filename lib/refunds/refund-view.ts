import type { refunds } from "@/db/schema/payments";
import type { RefundView } from "@/lib/refunds/schemas";
import { formatAmount } from "@/lib/shared/money";

export type RefundRow = typeof refunds.$inferSelect;

/** A refund as the API shows it. */
export const refundView = (refund: RefundRow): RefundView => ({
  id: refund.id,
  payment_id: refund.paymentId,
  amount: formatAmount(refund.amountPaisa),
  reason: refund.reason,
  status: refund.status,
  gateway_code: refund.gatewayCode,
  created_at: refund.createdAt.toISOString(),
});
