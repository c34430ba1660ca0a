import { type Sentence, sentence } from "@/lib/payments/story-line";
import { isLive, isTaken, isVoucherOpen, takenOf } from "@/lib/payments/model";
import { nextInquiry } from "@/lib/payments/next-inquiry";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { Story } from "@/lib/payments/read-story";
import { isOwed } from "@/lib/refunds/model";
import { formatRupees, paisa } from "@/lib/shared/money";

type Told = Pick<Story, "payment" | "refunds"> & {
  order: Pick<Story["order"], "status">;
  reviews: readonly Pick<Story["reviews"][number], "kind" | "closedAt">[];
};

/** How a payment stands now and what happens next: the end of its story. */
export function tellStanding(story: Told, now: Date): Sentence[] {
  const open = story.reviews.filter(({ closedAt }) => closedAt === null);
  const isDisputed = open.some(({ kind }) => kind === "amount_differs");
  const last = isTaken(story.payment.status)
    ? standingOfTaken(story, now)
    : standingOfUntaken(story.payment, isDisputed, now);
  return open.length === 0 ? [last] : [sentence("waitsForPerson", { count: open.length }), last];
}

const dueAt = (when: Date | null, now: Date): Sentence["values"] => ({
  isDue: when === null || when <= now ? "yes" : "no",
  when: when ?? now,
});

function standingOfUntaken(payment: PaymentRow, isDisputed: boolean, now: Date): Sentence {
  const { status, voucherNumber, expiresAt } = payment;
  if (isDisputed) return sentence("standsDisputed");
  const next = nextInquiry(payment, null);
  const isCash = payment.paymentMethod === "cash_on_delivery";
  if (isCash) return sentence(isLive(status) ? "standsForCash" : "standsWithoutCash");
  if (isVoucherOpen(payment, now)) {
    const voucher = { voucher: voucherNumber ?? "", until: expiresAt ?? now };
    return sentence("standsForVoucher", { ...voucher, ...dueAt(next, now) });
  }
  if (isLive(status)) return sentence("standsOpen", { status, ...dueAt(next, now) });
  if (next === null) return sentence("standsOver", { status });
  return payment.endedAt === null
    ? sentence("standsClosed", dueAt(next, now))
    : sentence("standsOverAsked", { status, ...dueAt(next, now) });
}

function standingOfTaken({ payment, refunds, order }: Told, now: Date): Sentence {
  const underWay = refunds.find(({ status }) => status === "processing") ?? null;
  const next = nextInquiry(payment, underWay);
  const amount = formatRupees(takenOf(payment));
  const left = formatRupees(paisa(takenOf(payment) - payment.refundedPaisa));
  if (underWay) return sentence("standsRefunding", { amount: formatRupees(underWay.amountPaisa), ...dueAt(next, now) });
  if (payment.giveBackWantedAt) return sentence("standsToGiveBack", { amount: left });
  if (payment.status === "refunded") {
    return sentence("standsBack", { orderStatus: payment.isSurplus ? "other" : order.status });
  }
  if (isOwed({ ...payment, orderStatus: order.status })) return sentence("standsKept", { amount: left });
  if (payment.status === "partially_refunded") {
    return sentence("standsPartlyBack", { given: formatRupees(payment.refundedPaisa), amount });
  }
  const isCash = payment.paymentMethod === "cash_on_delivery" ? "yes" : "no";
  return next === null ? sentence("standsComplete", { isCash }) : sentence("standsToConfirm", dueAt(next, now));
}
