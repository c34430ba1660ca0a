import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { callWallet, type Payer, walletRequest } from "@/lib/jazzcash/wallet";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordSilence } from "@/lib/payments/record-silence";
import { refuseMessage } from "@/lib/payments/refuse-message";
import { settleOrRefuse } from "@/lib/payments/settle-or-refuse";
import { describeError } from "@/lib/shared/describe-error";
import type { Ctx } from "@/lib/shared/context";

/**
 * Sends the wallet call of an attempt, once and never again. The shopper waits for a while; the call itself stays open
 * in the background, and whatever it answers settles the attempt.
 */
export async function payByWallet(
  ctx: Ctx,
  payment: PaymentRow & { orderNumber: string },
  payer: Payer,
  patienceMs: number,
): Promise<PaymentRow> {
  const call = settleCall(ctx, payment, payer).catch((thrown: unknown) => {
    console.error(`The wallet's answer about payment ${payment.id} was not settled: ${describeError(thrown)}`);
  });
  await Promise.race([call, wait(patienceMs)]);
  const [now] = await ctx.db.select().from(payments).where(eq(payments.id, payment.id));
  return now ?? payment;
}

async function settleCall(ctx: Ctx, payment: PaymentRow & { orderNumber: string }, payer: Payer): Promise<void> {
  const config = env().jazzcash;
  const attempt = {
    transactionId: payment.transactionId,
    orderNumber: payment.orderNumber,
    amount: payment.amountPaisa,
    createdAt: payment.createdAt,
    expiresAt: payment.sentExpiresAt ?? payment.createdAt,
  };
  const reading = await callWallet(walletRequest(attempt, payer, config), config);
  const later = { ...ctx, now: new Date() };
  const { id, transactionId } = payment;
  if ("noAnswer" in reading) {
    return recordSilence(later, payment, "wallet", { message: reading.noAnswer, fields: {} });
  }
  if (reading.refused !== undefined) await refuseMessage(later, { ...reading, transactionId });
  else if (reading.notice.transactionId === transactionId) await settleOrRefuse(later, reading.notice);
  else {
    const { channel, fields } = reading.notice;
    const detail = `The wallet answered payment ${id} with another's reference.`;
    await refuseMessage(later, { refused: "order_mismatch", detail, isSigned: true, channel, transactionId, fields });
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
