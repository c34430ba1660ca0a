import { env } from "@/lib/env";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import type { GatewayNotice } from "@/lib/jazzcash/notice";
import type { PaymentChanges } from "@/lib/payments/change-payment";
import { countsAsUnknown, type Decision, isCalledPending, isTaken, type PaymentEvent } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { minutesAfter } from "@/lib/shared/pakistan-time";

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
  const endsClosedOne = payment.status === "cancelled" && payment.endedAt === null && hasEnded;
  const isInquiry = news.event.type === "inquiry";
  if (decision.kind === "ignore" && !isInquiry && !endsClosedOne) return null;
  if (decision.kind === "move" && !isInquiry && isKnown(payment, news, decision.to)) return null;

  const changes: PaymentChanges = { ...payment };
  if (news.event.type === "inquiry") {
    const asked = beforeInquiry(payment, news.event.askedBefore, now);
    Object.assign(changes, inquiryTrace(asked, news.event.answer, now));
  }
  if (endsClosedOne) changes.endedAt = now;
  if (decision.kind === "ignore") return changes;

  const voucherNumber = event.type === "gateway_pending" ? event.voucherNumber : null;
  const isFirstVoucher = voucherNumber !== null && payment.voucherNumber === null; // a repeat prolongs nothing
  return {
    ...changes,
    status: decision.to,
    isSurplus,
    responseCode: news.responseCode,
    responseMessage: news.responseMessage,
    gatewayReference: news.gatewayReference ?? payment.gatewayReference,
    gatewayTxnType: news.txnType ?? payment.gatewayTxnType,
    voucherNumber: voucherNumber ?? payment.voucherNumber,
    expiresAt: isFirstVoucher ? voucherEnd(payment.expiresAt, now) : payment.expiresAt,
    calledPending: changes.calledPending || isCalledPending(news.responseCode),
    completedAt: isTaken(decision.to) ? now : null,
    endedAt: decision.to === "processing" ? null : now,
  };
}

/** The attempt stands there already, with the same words and the same reference. */
const isKnown = (payment: PaymentRow, news: PaymentNews, to: PaymentRow["status"]): boolean =>
  payment.status === to &&
  payment.responseCode === news.responseCode &&
  payment.responseMessage === news.responseMessage &&
  (news.gatewayReference ?? payment.gatewayReference) === payment.gatewayReference;

const MINUTES_AN_HOUR = 60;

function voucherEnd(expiresAt: Date | null, now: Date): Date {
  const end = minutesAfter(now, env().jazzcash.voucherHours * MINUTES_AN_HOUR);
  return expiresAt && expiresAt > end ? expiresAt : end;
}

const APART_MINUTES = 10;

const isSameTime = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** The attempt as it stood before this inquiry, unless another one has been settled meanwhile. */
export function beforeInquiry(payment: PaymentRow, askedBefore: Date | null, now: Date): PaymentRow {
  const isClaim = isSameTime(payment.lastInquiredAt, now) && !isSameTime(payment.unknownAt, now);
  const isLatest = isClaim || isSameTime(payment.lastInquiredAt, askedBefore);
  return isLatest ? { ...payment, lastInquiredAt: askedBefore } : payment;
}

/** What an inquiry leaves behind: its time, its count (those ten minutes apart), and what speaks for an end. */
function inquiryTrace(payment: PaymentRow, answer: InquiryAnswer, now: Date): Partial<PaymentChanges> {
  const isApart = payment.lastInquiredAt === null || minutesAfter(payment.lastInquiredAt, APART_MINUTES) <= now;
  const isUnknown = countsAsUnknown(payment, answer, now);
  return {
    lastInquiredAt: now,
    inquiryCount: payment.inquiryCount + (isApart ? 1 : 0),
    unknownCount: payment.unknownCount + (isUnknown ? 1 : 0),
    unknownAt: isUnknown ? now : payment.unknownAt,
    calledPending: payment.calledPending || (answer.isSigned && answer.fields.pp_Status === "Pending"),
    confirmedAt: payment.completedAt && answer.isSigned ? (payment.confirmedAt ?? now) : payment.confirmedAt,
  };
}
