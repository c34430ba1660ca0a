import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { requireCall } from "@/lib/cash/require-call";
import { STEP_TO } from "@/lib/orders/model";
import { moveOrder } from "@/lib/orders/move-order";
import { findOrder } from "@/lib/orders/queries";
import { requireVersion } from "@/lib/orders/require-version";
import type { OrderView, UpdateStatusInput } from "@/lib/orders/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";

/**
 * Staff take an order one step on; who ships it says with whom. Payments confirm orders and `cancel/` cancels them:
 * those are no steps. Refuses `order_changed` where it is not what they saw any more, and `invalid_transition`.
 */
export async function updateOrderStatus(ctx: UserCtx, input: UpdateStatusInput): Promise<OrderView> {
  const { now, actor } = ctx;
  requireStaff(actor);
  await ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, input.orderId)).for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    await requireVersion(tx, order.id, input.ifMatch);
    if (input.status !== "shipped" && (input.courier || input.tracking_number)) {
      throw invalidField("courier", "is said when the order is shipped");
    }
    const event = input.status in STEP_TO ? STEP_TO[input.status as keyof typeof STEP_TO] : null;
    if (!event || order.paymentStatus === "refunded") {
      throw new AppError("invalid_transition", `This order cannot become ${input.status} by a step.`);
    }
    const { courier = order.courier, tracking_number: trackingNumber = order.trackingNumber } = input;
    if (event === "shipped") {
      await tx.update(orders).set({ courier, trackingNumber }).where(eq(orders.id, order.id));
    }
    if (event === "started") await requireCall(tx, order);
    const to = await moveOrder(tx, order, event, { actor, now, notes: input.notes });
    const shipped: Record<string, string> = event === "shipped" ? { courier, tracking_number: trackingNumber } : {};
    await recordAudit(
      tx,
      ctx,
      "order.step",
      `order:${order.id}`,
      { from: order.status, to },
      { before: { status: order.status }, after: { status: to, ...shipped } },
    );
  });
  const view = await findOrder(ctx, input.orderId);
  if (!view) throw new AppError("order_not_found", "There is no such order.");
  return view;
}
