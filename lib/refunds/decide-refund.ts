import { type PaymentRow } from "@/lib/payments/payment-view";
import { takenOf } from "@/lib/payments/model";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa } from "@/lib/shared/money";
import { hasPassed } from "@/lib/shared/pakistan-time";

type Wish = { amount: Paisa | null; mayRepeat: boolean };

const DOUBLE_CLICK_MINUTES = 1;

/**
 * How much of a payment goes back, beside the refunds of it that were not refused, the latest first. No amount: all that
 * is left. Refuses `not_refundable`, `refund_in_progress`, `refund_exceeds_payment`, and, unless it may repeat what was
 * asked a moment ago, `duplicate_refund`.
 */
export function decideRefund(
  payment: PaymentRow,
  standing: readonly RefundRow[],
  { amount, mayRepeat }: Wish,
  now: Date,
): Paisa {
  const [latest] = standing;
  if (latest?.status === "processing") {
    const detail = `A refund of Rs ${formatAmount(latest.amountPaisa)} is under way, and its outcome not yet known.`;
    throw new AppError("refund_in_progress", detail, { refund_id: latest.id });
  }
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  const asked = amount ?? (left > 0 ? left : (latest?.amountPaisa ?? left));
  const isTwin = (refund: RefundRow) =>
    refund.amountPaisa === asked && !hasPassed(refund.createdAt, DOUBLE_CLICK_MINUTES, now);
  const twin = mayRepeat ? undefined : standing.find(isTwin);
  if (twin) {
    const detail = "The same amount was given back less than a minute ago. Wait a minute if it is meant once more.";
    throw new AppError("duplicate_refund", detail, { refund_id: twin.id });
  }
  if (left === 0 && amount === null) throw new AppError("not_refundable", "All of this payment was given back.");
  if (asked > left) {
    const detail = `At most Rs ${formatAmount(left)} of this payment can be given back.`;
    throw new AppError("refund_exceeds_payment", detail, { refundable_amount: formatAmount(left) });
  }
  return asked;
}
