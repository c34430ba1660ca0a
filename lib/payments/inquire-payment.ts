import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { askGateway } from "@/lib/jazzcash/inquiry";
import { openReview } from "@/lib/reviews/open-review";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordEvent } from "@/lib/payments/record-event";
import { recordSilence } from "@/lib/payments/record-silence";
import { settleOrRefuse } from "@/lib/payments/settle-or-refuse";
import type { Ctx } from "@/lib/shared/context";

export type Inquiry = { payment: PaymentRow; before: PaymentRow["status"]; wasAnswered: boolean };

type Call = { sentAt: number; isOpen: boolean; inquiry: Promise<Inquiry> };

const KEPT_MS = 2000;
const calls = new Map<string, Call>();

/**
 * Asks the gateway about an attempt and applies what it says. No lock is held while it is asked; `payment` is the row as
 * it was before this inquiry. Two who ask at the same moment share one: whoever comes while a call is open, or came
 * before it was sent.
 */
export function inquirePayment(ctx: Ctx, payment: PaymentRow, cameAt = performance.now()): Promise<Inquiry> {
  const { transactionId } = payment;
  const earlier = calls.get(transactionId);
  if (earlier && (earlier.isOpen || earlier.sentAt >= cameAt)) return earlier.inquiry;
  const call: Call = { sentAt: performance.now(), isOpen: true, inquiry: inquire(ctx, payment) };
  calls.set(transactionId, call);
  const forget = () => calls.get(transactionId) === call && calls.delete(transactionId);
  const close = () => {
    call.isOpen = false;
    setTimeout(forget, KEPT_MS).unref();
  };
  call.inquiry.then(close, close);
  return call.inquiry;
}

async function inquire(ctx: Ctx, payment: PaymentRow): Promise<Inquiry> {
  const { db, now } = ctx;
  await recordEvent(db, {
    paymentId: payment.id,
    transactionId: payment.transactionId,
    channel: "inquiry",
    isOutgoing: true,
    fields: { pp_TxnRefNo: payment.transactionId },
    decision: "asked",
    refusal: null,
    statusAfter: null,
    now,
  });
  const answer = await askGateway(payment.transactionId, env().jazzcash);
  if (answer.kind === "no_answer") {
    await recordSilence(ctx, payment, "inquiry", answer);
    return { payment: await reread(ctx, payment), before: payment.status, wasAnswered: false };
  }
  const outcome = await settleOrRefuse(ctx, {
    channel: "inquiry",
    transactionId: payment.transactionId,
    event: { type: "inquiry", answer, askedBefore: payment.lastInquiredAt },
    amount: answer.amount,
    billReference: null, // an inquiry is held to our reference and our amount
    responseCode: answer.code,
    responseMessage: answer.message,
    gatewayReference: answer.gatewayReference,
    txnType: answer.txnType,
    fields: answer.fields,
  });
  if (answer.isSigned && answer.unknownFields.length > 0) {
    await openReview(db, payment.id, "unknown_field", { names: answer.unknownFields.join(", ").slice(0, 200) }, now);
  }
  if (outcome.refused !== undefined) {
    return { payment: await reread(ctx, payment), before: payment.status, wasAnswered: false };
  }
  return { payment: outcome.payment, before: outcome.before, wasAnswered: true };
}

async function reread({ db }: Ctx, payment: PaymentRow): Promise<PaymentRow> {
  const [row] = await db.select().from(payments).where(eq(payments.id, payment.id));
  return row ?? payment;
}
