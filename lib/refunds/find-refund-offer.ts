import { env } from "@/lib/env";
import { newFormKey } from "@/lib/http/form-key";
import { isTaken, takenOf } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { findBoughtLines } from "@/lib/refunds/find-bought-lines";
import { worthOf } from "@/lib/refunds/model";
import type { RefundOffer } from "@/lib/refunds/schemas";
import { getSettings } from "@/lib/settings/get-settings";
import { isAdmin, type UserCtx } from "@/lib/shared/context";
import { formatAmount, paisa } from "@/lib/shared/money";

/** What an administrator can give back of a payment, in all and of each line that it paid for; null where nothing is left. */
export async function findRefundOffer(ctx: UserCtx, payment: PaymentRow): Promise<RefundOffer | null> {
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  if (!isAdmin(ctx.actor) || !isTaken(payment.status) || left === 0) return null;
  const [{ approvalAbovePaisa }, lines] = await Promise.all([
    getSettings(ctx),
    payment.isSurplus ? [] : findBoughtLines(ctx.db, payment.orderId),
  ]);
  const isReal = env().jazzcash.environment === "production";
  return {
    payment_id: payment.id,
    left: formatAmount(left),
    lines: lines.map((line) => ({
      id: line.id,
      product_name: line.productName,
      product_name_ur: line.productNameUr,
      quantity: line.quantity,
      returned: line.returned,
      refundable: line.quantity - line.refunded,
      worth: formatAmount(worthOf(line, line.quantity - line.refunded)),
    })),
    is_real: isReal,
    approval_above: isReal && approvalAbovePaisa !== null ? formatAmount(approvalAbovePaisa) : null,
    form_key: newFormKey(ctx.now),
  };
}
