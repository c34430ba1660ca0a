import { and, eq, inArray } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { returnDiscount } from "@/lib/discounts/return-discount";
import { isUncollected } from "@/lib/orders/model";
import { moveOrder } from "@/lib/orders/move-order";
import { findOrder } from "@/lib/orders/queries";
import { requireVersion } from "@/lib/orders/require-version";
import { returnStock } from "@/lib/orders/return-stock";
import type { OrderView, WriteOffInput } from "@/lib/orders/schemas";
import { closeAttempts } from "@/lib/payments/close-attempts";
import { LIVE_STATES } from "@/lib/payments/model";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireStaff } from "@/lib/shared/require-role";
import { sayStockChange } from "@/lib/stock/say-stock-change";

/**
 * Staff give up the cash of an order that was delivered: it ends as cancelled, no courier is expected to bring money for it,
 * and no money moves. What of its goods did not come back before is lost, or in the stock again. Refuses
 * `order_not_cancellable` where no cash is awaited.
 */
export async function writeOffOrder(ctx: UserCtx, input: WriteOffInput): Promise<OrderView> {
  const { now, actor } = ctx;
  requireStaff(actor);
  const { orderId, reason, restock } = input;
  await ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    await requireVersion(tx, order.id, input.ifMatch);
    const live = await tx
      .select({ method: payments.paymentMethod })
      .from(payments)
      .where(and(eq(payments.orderId, order.id), inArray(payments.status, LIVE_STATES)))
      .for("update");
    if (!isUncollected(order, live)) {
      const standing = { order_status: order.status, payment_status: order.paymentStatus };
      throw new AppError("order_not_cancellable", "No cash of a delivered order is awaited here.", standing);
    }
    await moveOrder(tx, order, "written_off", { actor, now, notes: reason });
    await closeAttempts(tx, { orderId, why: "order_cancelled", now });
    if (!restock) await sayStockChange({ db: tx, actor }, { kind: "lost", reason, orderId });
    await returnStock(tx, { orderId, now, isLost: !restock });
    await returnDiscount(tx, { orderId });
    const change = { before: { status: order.status }, after: { status: "cancelled", restocked: restock } };
    await recordAudit(tx, ctx, "order.write_off", `order:${orderId}`, { amount_paisa: order.totalPaisa }, change);
  });
  const view = await findOrder(ctx, orderId);
  if (!view) throw new AppError("order_not_found", "There is no such order.");
  return view;
}
