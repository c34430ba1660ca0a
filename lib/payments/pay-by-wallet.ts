import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { callWallet, type Payer, walletRequest } from "@/lib/jazzcash/wallet";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordRefusal } from "@/lib/payments/record-refusal";
import { recordEvent } from "@/lib/payments/record-event";
import { settlePayment } from "@/lib/payments/settle-payment";
import type { Ctx } from "@/lib/shared/context";

/**
 * Sends the wallet call of an attempt, once and never again. The shopper waits for a while; the call itself stays open
 * in the background, and whatever it answers settles the attempt.
 */
export async function payByWallet(
  ctx: Ctx,
  payment: PaymentRow,
  orderNumber: string,
  payer: Payer,
): Promise<PaymentRow> {
  const call = settleCall(ctx, payment, orderNumber, payer).catch((thrown: unknown) => {
    console.error("wallet answer not settled:", thrown instanceof Error ? (thrown.cause ?? thrown) : thrown);
  });
  await Promise.race([call, wait(env().jazzcash.timeoutMs)]);
  const [now] = await ctx.db.select().from(payments).where(eq(payments.id, payment.id));
  return now ?? payment;
}

async function settleCall(ctx: Ctx, payment: PaymentRow, orderNumber: string, payer: Payer): Promise<void> {
  const config = env().jazzcash;
  const attempt = {
    transactionId: payment.transactionId,
    orderNumber,
    amount: payment.amountPaisa,
    createdAt: payment.createdAt,
    expiresAt: payment.expiresAt ?? payment.createdAt,
  };
  const reading = await callWallet(walletRequest(attempt, payer, config), config);
  const later = { ...ctx, now: new Date() };
  if ("noAnswer" in reading) {
    await recordEvent(ctx.db, {
      paymentId: payment.id,
      transactionId: payment.transactionId,
      channel: "wallet",
      isOutgoing: false,
      fields: {},
      decision: `no answer: ${reading.noAnswer}`,
      refusal: null,
      now: later.now,
    });
    return;
  }
  const isOurs = reading.refused !== undefined || reading.notice.transactionId === payment.transactionId;
  const outcome = reading.refused || !isOurs ? reading : await settlePayment(later, reading.notice);
  if ("refused" in outcome && outcome.refused) {
    await recordRefusal(later, { ...outcome, transactionId: payment.transactionId });
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
