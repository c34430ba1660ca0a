import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { STEP_TO } from "@/lib/orders/model";
import { moveOrder } from "@/lib/orders/move-order";
import { findOrder } from "@/lib/orders/queries";
import type { OrderView, UpdateStatusInput } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Staff take an order one step on. Payments confirm orders and `cancel/` cancels them: those are no steps. */
export async function updateOrderStatus(ctx: UserCtx, input: UpdateStatusInput): Promise<OrderView> {
  const { now, actor } = ctx;
  await ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, input.orderId)).for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    const event = input.status in STEP_TO ? STEP_TO[input.status as keyof typeof STEP_TO] : null;
    if (!event || order.paymentStatus === "refunded") {
      throw new AppError("invalid_transition", `This order cannot become ${input.status} by a step.`);
    }
    const to = await moveOrder(tx, order, event, { actor, now, notes: input.notes });
    await recordAudit(tx, ctx, "order.step", `order:${order.id}`, { from: order.status, to });
  });
  const view = await findOrder(ctx, input.orderId);
  if (!view) throw new AppError("order_not_found", "There is no such order.");
  return view;
}
