import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refunds } from "@/db/schema/payments";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import { saysMoneyWentBack } from "@/lib/jazzcash/response-codes";
import { completeRefund } from "@/lib/refunds/complete-refund";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { QUIET_MINUTES, takenOf } from "@/lib/payments/model";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { openReview } from "@/lib/reviews/open-review";
import { hasPassed } from "@/lib/shared/pakistan-time";

/** The refund of a payment whose outcome is not known, locked after the payment; there is one at most. */
export async function lockRefundUnderWay(tx: Database, paymentId: number): Promise<RefundRow | null> {
  const [refund] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.paymentId, paymentId), eq(refunds.status, "processing")))
    .for("update");
  return refund ?? null;
}

const AWAITING_REVERSAL = "119";

/** Whether money that the gateway says went back, or is on its way, is money that this shop sent back. */
export const isOwnRefund = (payment: LockedPayment, refund: RefundRow | null, code: string): boolean =>
  (refund !== null || payment.refundedPaisa > 0) && (saysMoneyWentBack(code) || code === AWAITING_REVERSAL);

/**
 * What a signed inquiry proves of a refund under way: that money went back proves this one only where no other refund
 * of the payment was completed, since a part that went back looks the same, and where it names no other amount. All
 * else proves nothing, and a person is asked; the refund stays under way, and is asked about again. Of a refund whose own
 * call may still be open it says nothing.
 */
export async function refundAfterInquiry(
  tx: Database,
  payment: LockedPayment,
  refund: RefundRow,
  { code, message, amount }: InquiryAnswer,
  now: Date,
): Promise<void> {
  if (!hasPassed(refund.createdAt, QUIET_MINUTES, now)) return;
  const isOfIt = [null, payment.amountPaisa, takenOf(payment), refund.amountPaisa].includes(amount);
  if (saysMoneyWentBack(code) && payment.refundedPaisa === 0 && isOfIt) {
    const fields = { pp_PaymentResponseCode: code };
    const words = { gatewayCode: code, gatewayMessage: message, by: "gateway" };
    await completeRefund(tx, payment, refund, { channel: "shop", isOutgoing: false, fields, now, ...words });
  } else {
    const said = { response_code: code, response_message: message, amount_named: amount };
    const facts = { refund: refund.id, amount: refund.amountPaisa, ...said };
    await openReview(tx, payment.id, "refund_unknown", facts, now);
  }
}
