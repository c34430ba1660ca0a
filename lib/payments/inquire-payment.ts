import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { askGateway, type InquiryAnswer } from "@/lib/jazzcash/inquiry";
import { openReview } from "@/lib/payments/open-review";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordSilence } from "@/lib/payments/record-silence";
import { settleOrRefuse } from "@/lib/payments/settle-or-refuse";
import type { Ctx } from "@/lib/shared/context";

export type Inquiry = { payment: PaymentRow; before: PaymentRow["status"]; wasAnswered: boolean };

type Call = { sentAt: number; answer: Promise<InquiryAnswer> };

const KEPT_MS = 2000;
const calls = new Map<string, Call>();

/** Two who ask about one attempt at the same moment share one call: whoever came before it was sent may have it. */
function askOnce(transactionId: string, cameAt: number): Promise<InquiryAnswer> {
  const earlier = calls.get(transactionId);
  if (earlier && earlier.sentAt >= cameAt) return earlier.answer;
  const call = { sentAt: performance.now(), answer: askGateway(transactionId, env().jazzcash) };
  calls.set(transactionId, call);
  const forget = () => calls.get(transactionId) === call && calls.delete(transactionId);
  void call.answer.then(() => setTimeout(forget, KEPT_MS).unref());
  return call.answer;
}

/**
 * Asks the gateway about an attempt and applies what it says. No lock is held while it is asked; `payment` is the row as
 * it was before this inquiry.
 */
export async function inquirePayment(ctx: Ctx, payment: PaymentRow, cameAt = performance.now()): Promise<Inquiry> {
  const answer = await askOnce(payment.transactionId, cameAt);
  const { db, now } = ctx;
  if (answer.kind === "no_answer") {
    await recordSilence(ctx, payment, "inquiry", answer);
    return { payment: await reread(ctx, payment), before: payment.status, wasAnswered: false };
  }
  const outcome = await settleOrRefuse(ctx, {
    channel: "inquiry",
    transactionId: payment.transactionId,
    event: { type: "inquiry", answer, askedBefore: payment.lastInquiredAt },
    amount: answer.amount,
    billReference: answer.billReference,
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
  if (payment.completedAt && answer.isSigned && answer.kind !== "paid") {
    await openReview(db, payment.id, "confirmation_differs", { status: answer.kind, code: answer.code }, now);
  }
  return { payment: outcome.payment, before: outcome.before, wasAnswered: true };
}

async function reread({ db }: Ctx, payment: PaymentRow): Promise<PaymentRow> {
  const [row] = await db.select().from(payments).where(eq(payments.id, payment.id));
  return row ?? payment;
}
