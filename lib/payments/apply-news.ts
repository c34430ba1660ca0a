import { env } from "@/lib/env";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import type { GatewayNotice } from "@/lib/jazzcash/notice";
import { isCalledPending } from "@/lib/jazzcash/response-codes";
import type { PaymentChanges } from "@/lib/payments/change-payment";
import { countsAsUnknown, type Decision, isTaken, type PaymentEvent, QUIET_MINUTES } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { hasPassed, minutesAfter } from "@/lib/shared/pakistan-time";

/**
 * A notice says what happened; an inquiry's answer means what it means at the attempt's present age. `askedBefore` is the
 * last inquiry before this one: the row itself may carry the claim for this very one.
 */
export type PaymentNews = Omit<GatewayNotice, "event"> & {
  event: PaymentEvent | { type: "inquiry"; answer: InquiryAnswer; askedBefore: Date | null };
};

/** The attempt after the news, or null where nothing about it changes. */
export function applyNews(
  payment: PaymentRow,
  news: PaymentNews,
  event: PaymentEvent,
  decision: Decision,
  isSurplus: boolean,
  now: Date,
): PaymentChanges | null {
  const hasEnded = event.type === "gateway_declined" || event.type === "gateway_ended" || event.type === "gateway_paid";
  const isClosedByShop = payment.status === "cancelled" && payment.endedAt === null;
  const endsClosedOne = isClosedByShop && hasEnded;
  const isInquiry = news.event.type === "inquiry";
  const voucherNumber = voucherIn(news, event);
  const isFirstVoucher = voucherNumber !== null && payment.voucherNumber === null; // a repeat prolongs nothing
  const isFirstPending =
    event.type === "gateway_pending" && isCalledPending(news.responseCode) && !payment.calledPending;
  const tellsWayOfPaying = event.type === "gateway_paid" && isTaken(payment.status) && payment.gatewayTxnType === null;
  const learntTxnType = tellsWayOfPaying ? news.txnType : null; // by which a refund goes, where the first news was silent
  const isOfUse =
    isInquiry || endsClosedOne || learntTxnType !== null || (isClosedByShop && (isFirstVoucher || isFirstPending));
  if (decision.kind === "ignore" && !isOfUse) return null;
  if (decision.kind === "move" && !isInquiry && isKnown(payment, news, decision.to)) return null;

  const changes: PaymentChanges = {
    ...payment,
    voucherNumber: voucherNumber ?? payment.voucherNumber,
    expiresAt: isFirstVoucher ? voucherEnd(payment.expiresAt, now) : payment.expiresAt,
    calledPending: payment.calledPending || isFirstPending,
    gatewayTxnType: payment.gatewayTxnType ?? learntTxnType,
  };
  if (news.event.type === "inquiry") {
    Object.assign(changes, inquiryTrace(payment, news.event, now));
  }
  if (endsClosedOne) changes.endedAt = now;
  if (decision.kind === "ignore") return changes;

  return {
    ...changes,
    status: decision.to,
    isSurplus,
    responseCode: news.responseCode,
    responseMessage: news.responseMessage,
    gatewayReference: news.gatewayReference ?? payment.gatewayReference,
    gatewayTxnType: news.txnType ?? payment.gatewayTxnType,
    completedAt: isTaken(decision.to) ? now : null,
    endedAt: decision.to === "processing" ? null : now,
  };
}

/** The number of a voucher that the payer was given; an inquiry tells it too, where the message itself was lost. */
function voucherIn(news: PaymentNews, event: PaymentEvent): string | null {
  if (event.type === "gateway_pending") return event.voucherNumber;
  if (news.event.type !== "inquiry") return null;
  const { isSigned, code } = news.event.answer;
  return isSigned && code === VOUCHER ? news.gatewayReference : null;
}

/** The attempt stands there already, with the same words and the same reference. */
const isKnown = (payment: PaymentRow, news: PaymentNews, to: PaymentRow["status"]): boolean =>
  payment.status === to &&
  payment.responseCode === news.responseCode &&
  payment.responseMessage === news.responseMessage &&
  (news.gatewayReference ?? payment.gatewayReference) === payment.gatewayReference;

const MINUTES_AN_HOUR = 60;
const VOUCHER = "124";

function voucherEnd(expiresAt: Date | null, now: Date): Date {
  const end = minutesAfter(now, env().jazzcash.voucherHours * MINUTES_AN_HOUR);
  return expiresAt && expiresAt > end ? expiresAt : end;
}

const isSameTime = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** The attempt as it stood before this inquiry, unless another one has been settled meanwhile. */
export function beforeInquiry(payment: PaymentRow, askedBefore: Date | null, now: Date): PaymentRow {
  const isClaim = isSameTime(payment.lastInquiredAt, now) && !isSameTime(payment.unknownAt, now);
  const isLatest = isClaim || isSameTime(payment.lastInquiredAt, askedBefore);
  return isLatest ? { ...payment, lastInquiredAt: askedBefore } : payment;
}

/** What an inquiry leaves behind: its time, its count (those ten minutes apart), and what speaks for an end. */
function inquiryTrace(
  payment: PaymentRow,
  { answer, askedBefore }: { answer: InquiryAnswer; askedBefore: Date | null },
  now: Date,
): Partial<PaymentChanges> {
  const asked = beforeInquiry(payment, askedBefore, now);
  const isCounted = isSameTime(payment.lastInquiredAt, now); // by the claim
  const isUnknown = countsAsUnknown(asked, answer, now);
  const isConfirmation = payment.completedAt !== null && hasPassed(payment.completedAt, MINUTES_AN_HOUR, now);
  return {
    lastInquiredAt: now,
    inquiryCount: payment.inquiryCount + (!isCounted && hasPassed(asked.lastInquiredAt, QUIET_MINUTES, now) ? 1 : 0),
    unknownCount: payment.unknownCount + (isUnknown ? 1 : 0),
    unknownAt: isUnknown ? now : payment.unknownAt,
    calledPending: payment.calledPending || answer.isCalledPending,
    confirmedAt: isConfirmation && answer.isSigned ? (payment.confirmedAt ?? now) : payment.confirmedAt,
  };
}
