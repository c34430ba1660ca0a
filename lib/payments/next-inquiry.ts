import { QUIET_MINUTES } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { minutesAfter } from "@/lib/shared/pakistan-time";

type Asked = { createdAt: Date; lastInquiredAt: Date | null; inquiryCount: number };

const MOST_MINUTES = 360;
const CONFIRMED_AFTER_MINUTES = 60;

const afterBackOff = ({ lastInquiredAt, inquiryCount }: Asked): Date | null =>
  lastInquiredAt &&
  minutesAfter(lastInquiredAt, Math.min(QUIET_MINUTES * 2 ** (Math.max(inquiryCount, 1) - 1), MOST_MINUTES));

const nextOf = (asked: Asked): Date => afterBackOff(asked) ?? minutesAfter(asked.createdAt, QUIET_MINUTES);

const latest = (...times: (Date | null)[]): Date => new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));

/** When the reconciliation asks the gateway about a payment again, by the rules of the claim; null: not any more. */
export function nextInquiry(payment: PaymentRow, underWay: RefundRow | null): Date | null {
  if (payment.paymentMethod === "cash_on_delivery") return null;
  const { status, endedAt, completedAt, confirmedAt, inquiryWantedAt: wanted, lastInquiredAt: last } = payment;
  const isOpen = endedAt === null && (status === "pending" || status === "processing" || status === "cancelled");
  const confirmation = completedAt && minutesAfter(completedAt, CONFIRMED_AFTER_MINUTES);
  const times = [
    isOpen ? nextOf(payment) : null,
    completedAt === null && wanted !== null && (last === null || wanted > last) ? wanted : null,
    confirmation && !confirmedAt
      ? latest(confirmation, last && last >= confirmation ? afterBackOff(payment) : null)
      : null,
    underWay && nextOf(underWay),
  ].filter((time) => time !== null);
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}
