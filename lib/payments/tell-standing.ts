import type { reviewItems } from "@/db/schema/reviews";
import { isLive, isTaken, takenOf } from "@/lib/payments/model";
import { nextInquiry } from "@/lib/payments/next-inquiry";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { type Sentence, sentence } from "@/lib/payments/story-line";
import { formatRupees, paisa } from "@/lib/shared/money";

type Review = Pick<typeof reviewItems.$inferSelect, "kind" | "closedAt">;

/** How a payment stands now and what happens next: the end of its story. */
export function tellStanding(
  payment: PaymentRow,
  refunds: readonly RefundRow[],
  reviews: readonly Review[],
  now: Date,
): Sentence[] {
  const open = reviews.filter(({ closedAt }) => closedAt === null);
  const isDisputed = open.some(({ kind }) => kind === "amount_differs");
  const last = isTaken(payment.status)
    ? standingOfTaken(payment, refunds, now)
    : standingOfUntaken(payment, isDisputed, now);
  return open.length === 0 ? [last] : [sentence("waitsForPerson", { count: open.length }), last];
}

const dueAt = (when: Date | null, now: Date): Sentence["values"] => ({
  isDue: when === null || when <= now ? "yes" : "no",
  when: when ?? now,
});

function standingOfUntaken(payment: PaymentRow, isDisputed: boolean, now: Date): Sentence {
  const { status } = payment;
  if (isDisputed) return sentence("standsDisputed");
  const next = nextInquiry(payment, null);
  if (isLive(status)) {
    const isCash = payment.paymentMethod === "cash_on_delivery";
    return isCash ? sentence("standsForCash") : sentence("standsOpen", { status, ...dueAt(next, now) });
  }
  if (next === null) return sentence("standsOver", { status });
  return payment.endedAt === null
    ? sentence("standsClosed", dueAt(next, now))
    : sentence("standsOverAsked", { status, ...dueAt(next, now) });
}

function standingOfTaken(payment: PaymentRow, refunds: readonly RefundRow[], now: Date): Sentence {
  const underWay = refunds.find(({ status }) => status === "processing") ?? null;
  const next = nextInquiry(payment, underWay);
  const amount = formatRupees(takenOf(payment));
  if (underWay) return sentence("standsRefunding", { amount: formatRupees(underWay.amountPaisa), ...dueAt(next, now) });
  if (payment.giveBackWantedAt) {
    return sentence("standsToGiveBack", { amount: formatRupees(paisa(takenOf(payment) - payment.refundedPaisa)) });
  }
  if (payment.status === "refunded") return sentence("standsBack");
  if (payment.status === "partially_refunded") {
    return sentence("standsPartlyBack", { given: formatRupees(payment.refundedPaisa), amount });
  }
  return next === null ? sentence("standsComplete") : sentence("standsToConfirm", dueAt(next, now));
}
