import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { returns } from "@/db/schema/returns";
import type { RecordResult } from "@/lib/http/idempotency";
import { requireVersion } from "@/lib/orders/require-version";
import { lockPaymentById, type LockedPayment } from "@/lib/payments/lock-payment";
import { isTaken, PAYMENT_STATES } from "@/lib/payments/model";
import { beginRefund } from "@/lib/refunds/begin-refund";
import { sendRefund } from "@/lib/refunds/send-refund";
import { findReturn } from "@/lib/returns/queries";
import { recordReturn } from "@/lib/returns/record-return";
import type { ReturnLinesInput, ReturnView } from "@/lib/returns/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin, requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { readAmount } from "@/lib/shared/money";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/**
 * Lines of a delivered order are taken back as one piece of work: counted, put in stock or written off, and where it is
 * asked for, the refund of their price written down, all in one transaction; then the money is sent. Staff may take goods
 * back, only administrators give money back with them. What the gateway makes of it stands in the refund: a refusal
 * undoes no return. Refuses what `recordReturn`, `requireVersion` and `beginRefund` refuse.
 */
export async function returnLines(
  ctx: UserCtx,
  input: ReturnLinesInput,
  recordResult?: RecordResult,
): Promise<ReturnView> {
  requireStaff(ctx.actor);
  if (input.refund) {
    requireAdmin(ctx.actor, "Money is given back by the shop's administrators.");
    await requireConfirmation(ctx);
  }
  const { returnId, underWay } = await ctx.db.transaction(async (tx) => {
    const payment = input.refund ? await lockPaidPayment(tx, input.orderId) : null;
    await lockOrder(tx, input.orderId);
    await requireVersion(tx, input.orderId, input.ifMatch);
    const { id, value } = await recordReturn({ ...ctx, db: tx }, input);
    await recordResult?.(tx, id);
    const amount = input.amount === undefined ? value : readAmount(input.amount);
    if (!payment || amount === 0) return { returnId: id, underWay: null };
    const wish = { amount, reason: input.reason, mayRepeat: true, isApproved: false };
    const refund = await beginRefund({ ...ctx, db: tx }, payment, wish);
    if (!refund) throw new AppError("not_refundable", "It is not known by which way this order was paid.");
    await tx.update(returns).set({ refundId: refund.id }).where(eq(returns.id, id));
    return { returnId: id, underWay: refund.status === "processing" ? { payment, refund } : null };
  });
  if (underWay) await sendRefund(ctx, underWay.payment, underWay.refund);
  const view = await findReturn(ctx.db, returnId);
  if (!view) throw new Error(`return ${returnId} went away`);
  return view;
}

const TAKEN = PAYMENT_STATES.filter(isTaken);

/** The payment that the order counts, locked after its order. */
async function lockPaidPayment(tx: Database, orderId: number): Promise<LockedPayment> {
  const isCounted = and(eq(payments.orderId, orderId), inArray(payments.status, TAKEN), eq(payments.isSurplus, false));
  const [named] = await tx.select({ id: payments.id }).from(payments).where(isCounted);
  const payment = named && (await lockPaymentById(tx, named.id));
  if (!payment) throw new AppError("not_refundable", "No money was taken for this order.");
  return payment;
}

async function lockOrder(tx: Database, orderId: number): Promise<void> {
  const [order] = await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for("no key update");
  if (!order) throw new AppError("order_not_found", "There is no such order.");
}
