import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ChangeParcelInput } from "@/lib/desk/schemas";
import { wasSent } from "@/lib/orders/model";
import { findOrder } from "@/lib/orders/queries";
import { requireVersion } from "@/lib/orders/require-version";
import type { OrderView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireStaff } from "@/lib/shared/require-role";

/**
 * Staff say or correct with whom an order that was shipped has gone, and under which number. Refuses `order_changed` where
 * it is not what they saw any more, and `invalid_transition` where nothing was sent.
 */
export async function changeParcel(ctx: UserCtx, input: ChangeParcelInput): Promise<OrderView> {
  requireStaff(ctx.actor);
  const { orderId } = input;
  await ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    await requireVersion(tx, orderId, input.ifMatch);
    if (!wasSent(order.status))
      throw new AppError("invalid_transition", "Only an order that was shipped has a parcel.");
    const { courier = order.courier, tracking_number: trackingNumber = order.trackingNumber } = input;
    if (courier === order.courier && trackingNumber === order.trackingNumber) return;
    await tx.update(orders).set({ courier, trackingNumber, updatedAt: ctx.now }).where(eq(orders.id, orderId));
    const before = { courier: order.courier, tracking_number: order.trackingNumber };
    const after = { courier, tracking_number: trackingNumber };
    await recordAudit(tx, ctx, "order.parcel", `order:${orderId}`, {}, { before, after });
  });
  const view = await findOrder(ctx, orderId);
  if (!view) throw new AppError("order_not_found", "There is no such order.");
  return view;
}
