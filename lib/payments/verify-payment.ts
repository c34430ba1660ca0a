import { takeTurn } from "@/lib/http/rate-limit";
import { inquirePayment } from "@/lib/payments/inquire-payment";
import { isLive } from "@/lib/payments/model";
import { paymentView } from "@/lib/payments/payment-view";
import { findPayment } from "@/lib/payments/queries";
import type { PaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/**
 * The truth about a payment at this moment: where it is not final the gateway is asked. Refuses `payment_not_found`,
 * and `gateway_unavailable` when it cannot be asked; nothing about the payment has changed then.
 */
export async function verifyPayment(ctx: UserCtx, input: { transaction_id: string }): Promise<PaymentView> {
  const cameAt = performance.now();
  await takeTurn(ctx.db, "verify", ctx.actor.sessionId, ctx.now);
  const payment = await findPayment(ctx, { transactionId: input.transaction_id });
  if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
  const isOpen = isLive(payment.status) || (payment.status === "cancelled" && payment.endedAt === null);
  if (!isOpen || payment.paymentMethod === "cash_on_delivery") return paymentView(payment);
  const asked = await inquirePayment(ctx, payment, cameAt);
  if (!asked.wasAnswered && asked.payment.status === payment.status) {
    throw new AppError(
      "gateway_unavailable",
      "JazzCash cannot be asked just now. Nothing has changed.",
      {},
      {
        "retry-after": "10",
      },
    );
  }
  return paymentView(asked.payment);
}
