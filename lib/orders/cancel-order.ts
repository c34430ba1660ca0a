import { and, eq, inArray } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { returnDiscount } from "@/lib/discounts/return-discount";
import { decideCancel } from "@/lib/orders/decide-cancel";
import { moveOrder } from "@/lib/orders/move-order";
import { findOrder, visibleOrders } from "@/lib/orders/queries";
import type { CancelOrderInput, OrderView } from "@/lib/orders/schemas";
import { requireVersion } from "@/lib/orders/require-version";
import { returnStock } from "@/lib/orders/return-stock";
import { closeAttempts } from "@/lib/payments/close-attempts";
import { LIVE_STATES } from "@/lib/payments/model";
import { isStaff, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { sayStockChange } from "@/lib/stock/say-stock-change";

/**
 * Cancels an order by its buyer or by staff; its stock returns once, its open attempts are closed. Refuses
 * `payment_in_progress` while an attempt may have been paid, `order_changed`, and what the rules do not allow.
 */
export async function cancelOrder(ctx: UserCtx, input: CancelOrderInput): Promise<OrderView> {
  const { now, actor } = ctx;
  await ctx.db.transaction(async (tx) => {
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.id, input.orderId), visibleOrders(ctx)))
      .for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    await requireVersion(tx, order.id, input.ifMatch);
    const live = await tx
      .select({ status: payments.status, method: payments.paymentMethod, transactionId: payments.transactionId })
      .from(payments)
      .where(and(eq(payments.orderId, order.id), inArray(payments.status, LIVE_STATES)))
      .for("update");
    const { event, returnsStock } = decideCancel(order, live, { ...input, asStaff: isStaff(actor) });

    await moveOrder(tx, order, event, { actor, now, notes: input.reason });
    await closeAttempts(tx, { orderId: order.id, why: "order_cancelled", now });
    if (!returnsStock)
      await sayStockChange({ db: tx, actor }, { kind: "lost", reason: input.reason, orderId: order.id });
    await returnStock(tx, { orderId: order.id, now, isLost: !returnsStock });
    await returnDiscount(tx, { orderId: order.id });
    if (isStaff(actor)) {
      const change = { before: { status: order.status }, after: { status: "cancelled", restocked: returnsStock } };
      await recordAudit(tx, ctx, "order.cancel", `order:${order.id}`, { from: order.status, event }, change);
    }
  });
  const view = await findOrder(ctx, input.orderId);
  if (!view) throw new AppError("order_not_found", "There is no such order.");
  return view;
}
