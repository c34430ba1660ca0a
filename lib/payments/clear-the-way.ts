import { and, asc, eq, inArray } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { moveOrder } from "@/lib/orders/move-order";
import { closeAttempts } from "@/lib/payments/close-attempts";
import { isFormUsable } from "@/lib/payments/hosted-form";
import { LIVE_STATES, type PaymentMethod } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import type { Paisa } from "@/lib/shared/money";

/** Free: a new attempt may be opened. Reuse: the one there is serves. Ask: it may have been paid, so inquire first. */
export type Way =
  { kind: "free" } | { kind: "reuse"; payment: PaymentRow; orderNumber: string } | { kind: "ask"; payment: PaymentRow };

/**
 * In the caller's transaction, under the order's lock: refuses what cannot be paid, hands back an attempt that serves again, closes one that was
 * opened and not heard of since. One that may have been paid is left for the gateway to speak about.
 */
export async function clearTheWay(
  ctx: UserCtx,
  input: { orderId: number; method: PaymentMethod; amount: Paisa | null },
): Promise<Way> {
  const { db: tx, now, actor } = ctx;
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.id, input.orderId), eq(orders.userId, actor.userId)))
    .for("no key update");
  if (!order) throw new AppError("order_not_found", "There is no such order.");
  if (order.status === "cancelled") throw new AppError("order_cancelled", "This order was cancelled.");
  if (order.paymentStatus !== "unpaid") throw new AppError("order_already_paid", "This order is paid.");
  if (input.amount !== null && input.amount !== order.totalPaisa) {
    throw new AppError("amount_mismatch", "The amount is not the order's total.", {
      errors: [{ path: "amount", message: "is not the order's total" }],
    });
  }
  const [live] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, order.id), inArray(payments.status, LIVE_STATES)))
    .orderBy(asc(payments.id))
    .for("update");
  if (!live) return { kind: "free" };
  const isSame = live.paymentMethod === input.method;
  if (isSame && (live.paymentMethod === "cash_on_delivery" || isFormUsable(live, now))) {
    return { kind: "reuse", payment: live, orderNumber: order.orderNumber };
  }
  if (live.status === "processing") return { kind: "ask", payment: live };
  if (live.paymentMethod === "cash_on_delivery") await moveOrder(tx, order, "cash_left", { actor, now });
  await closeAttempts(tx, { orderId: order.id, why: "method_changed", now });
  return { kind: "free" };
}
