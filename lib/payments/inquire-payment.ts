import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { askGateway, type InquiryAnswer } from "@/lib/jazzcash/inquiry";
import { openReview } from "@/lib/payments/open-review";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordEvent } from "@/lib/payments/record-news";
import { recordRefusal } from "@/lib/payments/record-refusal";
import { settlePayment } from "@/lib/payments/settle-payment";
import type { Ctx } from "@/lib/shared/context";

export type Inquiry = { payment: PaymentRow; before: PaymentRow["status"]; wasAnswered: boolean };

const asking = new Map<string, Promise<InquiryAnswer>>();

/** Two who ask about one attempt at the same moment share one call. */
function askOnce(transactionId: string): Promise<InquiryAnswer> {
  const running = asking.get(transactionId);
  if (running) return running;
  const call = askGateway(transactionId, env().jazzcash).finally(() => asking.delete(transactionId));
  asking.set(transactionId, call);
  return call;
}

/** Asks the gateway about one attempt and applies what it says. No lock is held while it is asked. */
export async function inquirePayment(ctx: Ctx, payment: PaymentRow): Promise<Inquiry> {
  const answer = await askOnce(payment.transactionId);
  const { db, now } = ctx;
  if (answer.kind === "no_answer") {
    await recordEvent(db, {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: "inquiry",
      isOutgoing: false,
      fields: answer.fields,
      decision: `no answer: ${answer.message}`,
      refusal: null,
      now,
    });
    return { payment: await reread(ctx, payment), before: payment.status, wasAnswered: false };
  }
  const outcome = await settlePayment(ctx, {
    channel: "inquiry",
    transactionId: payment.transactionId,
    event: { type: "inquiry", answer },
    amount: answer.amount,
    billReference: null,
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
    await recordRefusal(ctx, outcome);
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
