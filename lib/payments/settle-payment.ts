import { env } from "@/lib/env";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import { billReferenceOf } from "@/lib/jazzcash/hosted-request";
import type { GatewayNotice, RefusedMessage } from "@/lib/jazzcash/notice";
import { type LockedPayment, lockPayment } from "@/lib/payments/lock-payment";
import { markOrderPaid } from "@/lib/payments/mark-order-paid";
import {
  countsAsUnknown,
  type Decision,
  decide,
  decidePaidOrder,
  eventOfInquiry,
  isCalledPending,
  isTaken,
  type PaymentEvent,
} from "@/lib/payments/model";
import { openReview } from "@/lib/payments/open-review";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { changePayment, type PaymentChanges, recordEvent } from "@/lib/payments/record-news";
import type { Ctx } from "@/lib/shared/context";
import type { ErrorCode } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";

/**
 * A notice says what happened; an inquiry's answer means what it means at the attempt's present age. `askedBefore` is the
 * last inquiry before this one: the row itself may carry the claim for this very one.
 */
export type PaymentNews = Omit<GatewayNotice, "event"> & {
  event: PaymentEvent | { type: "inquiry"; answer: InquiryAnswer; askedBefore: Date | null };
};

export type Settlement =
  | { refused?: undefined; payment: PaymentRow; before: PaymentRow["status"]; decision: Decision; locale: Locale }
  | (RefusedMessage & { locale: Locale | null });

/**
 * Applies verified news about one attempt. Callback, return, wallet answer and inquiry all end here.
 * Safe to repeat: the order's lock puts callers in line, and `decide` ignores what is already known.
 */
export async function settlePayment({ db, now }: Ctx, news: PaymentNews): Promise<Settlement> {
  return db.transaction(async (tx) => {
    const payment = await lockPayment(tx, news.transactionId, news.gatewayReference);
    const refusal = refusalOf(payment, news);
    if (!payment || refusal) {
      const { channel, fields } = news;
      const [refused, detail] = refusal ?? UNKNOWN;
      return {
        refused,
        detail,
        channel,
        fields,
        transactionId: news.transactionId,
        locale: payment?.orderLocale ?? null,
      };
    }

    const event =
      news.event.type === "inquiry"
        ? eventOfInquiry(beforeInquiry(payment, news.event.askedBefore, now), news.event.answer, now)
        : news.event;
    const decision = decide({ ...payment, amount: payment.amountPaisa }, event);
    const isPaidNow = decision.kind === "move" && decision.to === "completed";
    const outcome = isPaidNow ? outcomeOf(payment) : null;
    const changes = changesOf(payment, news, event, decision, outcome === "surplus", now);
    const record = {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: news.channel,
      isOutgoing: false,
      fields: news.fields,
      decision: decisionText(event, decision),
      refusal: null,
      now,
    };
    const settled = changes ? await changePayment(tx, payment, changes, record) : payment;
    if (!changes) await recordEvent(tx, record);
    if (decision.review) {
      await openReview(tx, payment.id, decision.review, { response_code: news.responseCode, amount: news.amount }, now);
    }
    if (outcome) await markOrderPaid(tx, payment, outcome, now);
    return { payment: settled, before: payment.status, decision, locale: payment.orderLocale };
  });
}

const UNKNOWN: [ErrorCode, string] = ["payment_not_found", "No JazzCash payment of this shop has that reference."];

/** What the message says of the attempt that the attempt does not say of itself. */
function refusalOf(payment: LockedPayment | null, news: PaymentNews): [ErrorCode, string] | null {
  if (!payment || payment.paymentMethod === "cash_on_delivery") return UNKNOWN;
  const isInquiry = news.event.type === "inquiry"; // its amount is weighed by `decide`
  if (!isInquiry && (news.amount ?? payment.amountPaisa) !== payment.amountPaisa) {
    return ["amount_mismatch", "pp_Amount is not the amount of this payment."];
  }
  const reference = billReferenceOf(payment.orderNumber);
  if ((news.billReference ?? reference) !== reference) {
    return ["order_mismatch", "pp_BillReference is not the order of this payment."];
  }
  if (payment.referenceOwner !== null) {
    return ["gateway_reference_reused", "Another payment has this pp_RetreivalReferenceNo."];
  }
  return null;
}

const outcomeOf = (payment: LockedPayment) =>
  decidePaidOrder({
    status: payment.orderStatus,
    isUnpaid: payment.orderPaymentStatus === "unpaid",
    cancelledBy: payment.orderCancelledBy,
  });

function decisionText(event: PaymentEvent, decision: Decision): string {
  const review = decision.review ? `, review: ${decision.review}` : "";
  return `${event.type}: ${decision.kind === "move" ? `to ${decision.to}` : "nothing changes"}${review}`;
}

/** The attempt after the news, or null where nothing about it changes. */
function changesOf(
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
function beforeInquiry(payment: PaymentRow, askedBefore: Date | null, now: Date): PaymentRow {
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
