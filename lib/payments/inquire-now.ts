import { recordAudit } from "@/lib/audit/record-audit";
import { takeTurn } from "@/lib/http/rate-limit";
import { inquirePayment } from "@/lib/payments/inquire-payment";
import { paymentView } from "@/lib/payments/payment-view";
import { findPayment } from "@/lib/payments/queries";
import type { PaymentView } from "@/lib/payments/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

/**
 * Staff ask the gateway about a payment at this moment, whether it is final or not; what it says settles or confirms it as
 * ever. Refuses `payment_not_found`, `conflict` for cash, and `gateway_unavailable` where no answer came.
 */
export async function inquireNow(ctx: UserCtx, { paymentId }: { paymentId: number }): Promise<PaymentView> {
  const cameAt = performance.now();
  requireStaff(ctx.actor);
  await takeTurn(ctx.db, "verify", ctx.actor.sessionId, ctx.now);
  const payment = await findPayment(ctx, { id: paymentId });
  if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
  if (payment.paymentMethod === "cash_on_delivery") {
    throw new AppError("conflict", "JazzCash knows nothing of cash.");
  }
  const asked = await inquirePayment(ctx, payment, cameAt);
  const details = { before: payment.status, after: asked.payment.status, answered: asked.wasAnswered ? "yes" : "no" };
  await recordAudit(ctx.db, ctx, "payment.inquire", `payment:${payment.id}`, details);
  if (!asked.wasAnswered && asked.payment.status === payment.status) {
    const detail = "JazzCash cannot be asked just now. Nothing has changed.";
    throw new AppError("gateway_unavailable", detail, {}, { "retry-after": "10" });
  }
  return paymentView(asked.payment);
}
