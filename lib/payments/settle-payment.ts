import { billReferenceOf } from "@/lib/jazzcash/hosted-request";
import { applyNews, beforeInquiry, type PaymentNews } from "@/lib/payments/apply-news";
import { changePayment } from "@/lib/payments/change-payment";
import { closeReviews } from "@/lib/reviews/close-reviews";
import { type LockedPayment, lockPayment } from "@/lib/payments/lock-payment";
import { orderAfterPayment, reviewAfterPayment } from "@/lib/payments/order-after-payment";
import {
  type Decision,
  decide,
  decidePaidOrder,
  eventOfInquiry,
  isTaken,
  type PaymentEvent,
} from "@/lib/payments/model";
import { openReview } from "@/lib/reviews/open-review";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { Refusal } from "@/lib/payments/refuse-message";
import { recordEvent } from "@/lib/payments/record-event";
import { isOwnRefund, lockRefundUnderWay, refundAfterInquiry } from "@/lib/refunds/refund-after-inquiry";
import { wasHeard } from "@/lib/payments/was-heard";
import type { Ctx } from "@/lib/shared/context";
import type { ErrorCode } from "@/lib/shared/errors";
import type { Paisa } from "@/lib/shared/money";
import type { Locale } from "@/lib/users/model";

export type Settlement =
  | { refused?: undefined; payment: PaymentRow; before: PaymentRow["status"]; decision: Decision; locale: Locale }
  | Refusal;

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
        isSigned: true,
        channel,
        fields,
        transactionId: news.transactionId,
        locale: payment?.orderLocale ?? null,
      };
    }

    const inquiry = news.event.type === "inquiry" ? news.event : null;
    const isOfTaken = inquiry !== null && inquiry.answer.isSigned && isTaken(payment.status);
    const refund = isOfTaken ? await lockRefundUnderWay(tx, payment.id) : null;
    const isExplained = isOfTaken && isOwnRefund(payment, refund, news.responseCode);
    const event = isExplained ? NOTHING_NEW : asAccepted(payment, eventOf(payment, news, now));
    const decided = decide({ ...payment, amount: payment.amountPaisa }, event);
    const isRepeat = decided.review !== undefined && !inquiry && (await wasHeard(tx, payment.id, news.fields));
    const decision = isRepeat ? { ...decided, review: undefined } : decided;
    const isPaidNow = decision.kind === "move" && decision.to === "completed";
    const outcome = isPaidNow ? outcomeOf(payment) : null;
    const changes = applyNews(payment, news, event, decision, outcome === "surplus", now);
    const record = {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: news.channel,
      isOutgoing: false,
      fields: news.fields,
      decision: decisionText(event, decision),
      refusal: null,
      statusAfter: decision.kind === "move" && decision.to !== payment.status ? decision.to : null,
      now,
    };
    const order = outcome && (await orderAfterPayment(tx, payment, outcome, now));
    if (changes && outcome && (!order || order.to === "cancelled")) changes.giveBackWantedAt = now;
    const settled = changes
      ? await changePayment(tx, payment, changes, record, order)
      : await recordEvent(tx, record).then(() => ({ payment, closedCash: 0 }));
    const facts = {
      order: payment.orderNumber,
      response_code: news.responseCode,
      amount: payment.amountPaisa,
      amount_named: event.type === "gateway_paid" ? (event.discountedAmount ?? event.amount) : news.amount,
    };
    const isContradicted = isOfTaken && inquiry.answer.kind !== "paid" && !isExplained;
    const reviews = [
      decision.review,
      outcome && reviewAfterPayment(order, settled.closedCash),
      isContradicted && "confirmation_differs",
    ] as const;
    for (const kind of new Set(reviews)) if (kind) await openReview(tx, payment.id, kind, facts, now);
    if (changes?.endedAt && !payment.endedAt && payment.lastInquiredAt) {
      const resolution = `JazzCash has answered: ${settled.payment.status}.`;
      await closeReviews(tx, payment.id, ["payment_unknown"], { by: "gateway", resolution, now });
    }
    if (refund && inquiry) await refundAfterInquiry(tx, payment, refund, inquiry.answer, now);
    return { payment: settled.payment, before: payment.status, decision, locale: payment.orderLocale };
  });
}

const NOTHING_NEW = { type: "nothing_new" } as const satisfies PaymentEvent;

const eventOf = (payment: LockedPayment, { event }: PaymentNews, now: Date): PaymentEvent =>
  event.type === "inquiry" ? eventOfInquiry(beforeInquiry(payment, event.askedBefore, now), event.answer, now) : event;

/** A success that names the amount which a person accepted differs in nothing any more. */
const asAccepted = ({ acceptedPaisa }: LockedPayment, event: PaymentEvent): PaymentEvent =>
  event.type === "gateway_paid" && acceptedPaisa !== null && (event.discountedAmount ?? event.amount) === acceptedPaisa
    ? { ...event, amount: null, discountedAmount: null }
    : event;

/** The amount that a notice is held to: what was asked for, or what a person accepted in its place. */
const amountFor = (payment: LockedPayment, news: PaymentNews): Paisa =>
  payment.acceptedPaisa !== null && news.amount === payment.acceptedPaisa ? payment.acceptedPaisa : payment.amountPaisa;

const UNKNOWN: [ErrorCode, string] = ["payment_not_found", "No JazzCash payment of this shop has that reference."];

/** What the message says of the attempt that the attempt does not say of itself. */
function refusalOf(payment: LockedPayment | null, news: PaymentNews): [ErrorCode, string] | null {
  if (!payment || payment.paymentMethod === "cash_on_delivery") return UNKNOWN;
  const isInquiry = news.event.type === "inquiry"; // its amount is weighed by `decide`
  const amount = amountFor(payment, news);
  if (!isInquiry && (news.amount ?? amount) !== amount) {
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
