import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { moneyMovements, payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockPayment } from "@/lib/payments/lock-payment";
import { isTaken } from "@/lib/payments/model";
import { paymentView } from "@/lib/payments/payment-view";
import type { PaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Staff have the cash of an order in hand: its payment is complete, the order paid. Refused twice and for JazzCash. */
export async function recordCash(ctx: UserCtx, input: { paymentId: number; notes?: string }): Promise<PaymentView> {
  const { now } = ctx;
  return ctx.db.transaction(async (tx) => {
    const [named] = await tx
      .select({ transactionId: payments.transactionId })
      .from(payments)
      .where(eq(payments.id, input.paymentId));
    const payment = named && (await lockPayment(tx, named.transactionId));
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    if (payment.paymentMethod !== "cash_on_delivery" || isTaken(payment.status)) {
      throw new AppError("payment_not_recordable", "No cash is expected for this payment.");
    }
    if (payment.orderPaymentStatus !== "unpaid")
      throw new AppError("order_already_paid", "This order is paid already.");
    if (payment.status !== "pending") throw new AppError("payment_not_recordable", "This payment was closed.");

    const [completed] = await tx
      .update(payments)
      .set({ status: "completed", completedAt: now, endedAt: now, updatedAt: now })
      .where(eq(payments.id, payment.id))
      .returning();
    await tx.insert(moneyMovements).values({
      fromAccount: "customer",
      toAccount: "courier",
      amountPaisa: payment.amountPaisa,
      kind: "cash_collected",
      reference: `payment:${payment.transactionId}`,
      paymentId: payment.id,
      createdAt: now,
    });
    await tx
      .update(orders)
      .set({ paidPaisa: payment.amountPaisa, paymentStatus: "paid", updatedAt: now })
      .where(eq(orders.id, payment.orderId));
    await recordAudit(tx, ctx, "payment.record_cash", `payment:${payment.id}`, { notes: input.notes ?? null });
    if (!completed) throw new Error("the payment went away under its lock");
    return paymentView(completed);
  });
}
