import type { ReviewKind } from "@/lib/reviews/model";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import type { OrderState } from "@/lib/orders/model";
import type { Paisa } from "@/lib/shared/money";
import { hasPassed } from "@/lib/shared/pakistan-time";

export const PAYMENT_METHODS = ["jazzcash", "jazzcash_wallet", "cash_on_delivery"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_STATES = [
  "pending",
  "processing",
  "completed",
  "failed",
  "cancelled",
  "expired",
  "partially_refunded",
  "refunded",
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const LIVE_STATES = ["pending", "processing"] as const satisfies readonly PaymentState[];
export const isLive = (status: PaymentState): boolean => status === "pending" || status === "processing";

/** Money of such a payment has been taken, whatever was given back since. */
export const isTaken = (status: PaymentState): boolean =>
  status === "completed" || status === "partially_refunded" || status === "refunded";

/** Where news comes from or goes to; `shop` is what the shop itself did to a payment. */
export const EVENT_CHANNELS = ["form", "callback", "return", "inquiry", "wallet", "refund", "shop"] as const;
export type EventChannel = (typeof EVENT_CHANNELS)[number];

/** Notices of the gateway, which can be read once more; an inquiry is better asked anew. */
export const canReplay = ({ channel, isOutgoing }: { channel: EventChannel; isOutgoing: boolean }): boolean =>
  !isOutgoing && (channel === "callback" || channel === "return" || channel === "wallet");

/** Such a field was hidden before it was kept, and is not what was signed any more. */
export const isMasked = (value: string): boolean => /^masked:\d+$/.test(value);

export const ACCOUNTS = ["customer", "gateway", "courier", "bank", "fee", "tax_withheld"] as const;
export const MOVEMENT_KINDS = [
  "payment",
  "refund",
  "cash_collected",
  "cash_returned",
  "settled",
  "fee",
  "tax",
  "settled_back",
  "fee_back",
  "tax_back",
] as const;

/** What one message of the gateway means, in the shop's words. An amount or a reference that it does not name is null. */
export type PaymentEvent =
  | { type: "gateway_paid"; amount: Paisa | null; discountedAmount: Paisa | null }
  | { type: "gateway_pending"; voucherNumber: string | null; isAfterSale: boolean }
  | { type: "gateway_declined" }
  | { type: "gateway_ended" } // past its expiry, and the gateway knows of no payment
  | { type: "nothing_new" };

export const PAYMENT_EVENT_TYPES = [
  "gateway_paid",
  "gateway_pending",
  "gateway_declined",
  "gateway_ended",
  "nothing_new",
] as const satisfies readonly PaymentEvent["type"][];

/** `review` opens a review item beside whatever else happens. */
export type Decision =
  { kind: "move"; to: PaymentState; review?: ReviewKind } | { kind: "ignore"; review?: ReviewKind };

/** A voucher that the payer can still take to a counter: the shop waits for nobody else. */
export const isVoucherOpen = (
  payment: { status: PaymentState; voucherNumber: string | null; expiresAt: Date | null },
  now: Date,
): boolean =>
  payment.status === "processing" &&
  payment.voucherNumber !== null &&
  payment.expiresAt !== null &&
  payment.expiresAt > now;

/** What was really taken: another amount than was asked for, where a person accepted it. */
export const takenOf = (payment: { amountPaisa: Paisa; acceptedPaisa: Paisa | null }): Paisa =>
  payment.acceptedPaisa ?? payment.amountPaisa;

const LIVE_NEXT = {
  gateway_paid: "completed",
  gateway_pending: "processing",
  gateway_declined: "failed",
  gateway_ended: "expired",
} as const;

const NEXT: Record<PaymentState, { [T in PaymentEvent["type"]]?: PaymentState }> = {
  pending: LIVE_NEXT,
  processing: LIVE_NEXT,
  failed: { gateway_paid: "completed" },
  cancelled: { gateway_paid: "completed" },
  expired: { gateway_paid: "completed" },
  completed: {},
  partially_refunded: {},
  refunded: {},
};

/** A message names the amount, or not; a discount made at the gateway is another amount. */
const isOurAmount = (ours: Paisa, named: { amount: Paisa | null; discountedAmount: Paisa | null }): boolean =>
  (named.amount ?? ours) === ours && (named.discountedAmount ?? ours) === ours;

/**
 * What one event does to one attempt. Repeats change nothing; a verified success always wins, if its amount is ours;
 * while a person is asked about the amount, only that person's answer settles it or ends it. An order has one live
 * attempt: beside such a rival an ended one stays as it is, and the person who is asked sees both.
 */
export function decide(
  payment: { status: PaymentState; amount: Paisa; isAmountDisputed: boolean; hasLiveRival: boolean },
  event: PaymentEvent,
): Decision {
  const to = NEXT[payment.status][event.type];
  if (event.type === "gateway_pending" && event.isAfterSale) {
    return to ? { kind: "move", to, review: "after_sale_code" } : { kind: "ignore", review: "after_sale_code" };
  }
  if (event.type === "gateway_paid" && (payment.isAmountDisputed || !isOurAmount(payment.amount, event))) {
    const isFree = isLive(payment.status) || (!isTaken(payment.status) && !payment.hasLiveRival);
    if (isFree) return { kind: "move", to: "processing", review: "amount_differs" };
    const isConfirmation = isTaken(payment.status) && !payment.isAmountDisputed;
    const isContradiction = isConfirmation && (event.discountedAmount ?? payment.amount) === payment.amount;
    return { kind: "ignore", review: isContradiction ? "confirmation_differs" : "amount_differs" };
  }
  if (payment.isAmountDisputed && (event.type === "gateway_declined" || event.type === "gateway_ended")) {
    return { kind: "ignore" };
  }
  return to ? { kind: "move", to } : { kind: "ignore" };
}

/** What a success does to the order: an unpaid open one is paid; a cancelled one depends on who cancelled it. */
export type PaidOrderOutcome = "pay" | "reinstate_if_stock" | "stay_cancelled" | "surplus";

export function decidePaidOrder(order: {
  status: OrderState;
  isUnpaid: boolean;
  cancelledBy: string | null;
}): PaidOrderOutcome {
  if (!order.isUnpaid) return "surplus";
  if (order.status !== "cancelled") return "pay";
  return order.cancelledBy === "system:reconcile" ? "reinstate_if_stock" : "stay_cancelled";
}

/** A page says "approve it on your phone" rather than leaving its visitor before a dead button. */
export const PAGE_PATIENCE_MS = 1500;

/** From when on nobody may be left not knowing whether a payment was made. */
export const UNKNOWN_MINUTES = 30;

export const QUIET_MINUTES = 10; // JazzCash asks merchants to inquire ten minutes after initiation at the earliest
const UNKNOWN_ANSWERS_TO_END = 3;

type Asked = {
  createdAt: Date;
  expiresAt: Date | null;
  lastInquiredAt: Date | null;
  unknownAt: Date | null;
  unknownCount: number;
  calledPending: boolean;
};

/** Whether an answer that knows nothing counts towards the three that end an attempt. */
export const countsAsUnknown = (payment: Asked, answer: InquiryAnswer, now: Date): boolean =>
  answer.kind === "unknown" &&
  payment.expiresAt !== null &&
  payment.expiresAt < now &&
  (hasPassed(payment.lastInquiredAt, QUIET_MINUTES, now) || hasPassed(payment.unknownAt, QUIET_MINUTES, now));

/** What an inquiry's answer means for an attempt at this moment: young ones it can only complete. */
export function eventOfInquiry(payment: Asked, answer: InquiryAnswer, now: Date): PaymentEvent {
  const isExpired = payment.expiresAt !== null && payment.expiresAt < now;
  const isYoung = !hasPassed(payment.createdAt, QUIET_MINUTES, now);
  if (answer.kind === "paid") return { type: "gateway_paid", amount: answer.amount, discountedAmount: null };
  if (isYoung) return { type: "nothing_new" };
  if (answer.kind === "failed") return { type: "gateway_declined" };
  if (answer.kind === "after_sale") return { type: "gateway_pending", voucherNumber: null, isAfterSale: true };
  if (answer.kind !== "unknown" || !isExpired) return { type: "nothing_new" };
  if (answer.isSigned && answer.code === "109") return { type: "gateway_ended" };
  const unknowns = payment.unknownCount + (countsAsUnknown(payment, answer, now) ? 1 : 0);
  const isEnded = unknowns >= UNKNOWN_ANSWERS_TO_END && !payment.calledPending;
  return isEnded ? { type: "gateway_ended" } : { type: "nothing_new" };
}
