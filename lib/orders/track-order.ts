import { asc, eq } from "drizzle-orm";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { samePhone } from "@/lib/orders/model";
import type { TrackedOrderView, TrackOrderQuery } from "@/lib/orders/schemas";
import type { Ctx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/**
 * How far an order is, for whoever knows its number and its phone; says nothing of who ordered what, and by which of
 * the two it was not found. Both are looked at in one and the same way.
 */
export async function trackOrder(
  { db }: Pick<Ctx, "db">,
  { order_number, phone }: TrackOrderQuery,
): Promise<TrackedOrderView> {
  const [order] = await db
    .select({
      id: orders.id,
      orderNumber: orders.orderNumber,
      status: orders.status,
      paymentStatus: orders.paymentStatus,
      phone: orders.customerPhone,
      courier: orders.courier,
      trackingNumber: orders.trackingNumber,
      createdAt: orders.createdAt,
    })
    .from(orders)
    .where(eq(orders.orderNumber, order_number));
  const isTheirs = samePhone(order?.phone ?? "", phone);
  if (!order || !isTheirs) throw new AppError("order_not_found", "No order has this number and this phone.");
  const history = await db
    .select()
    .from(orderStatusHistory)
    .where(eq(orderStatusHistory.orderId, order.id))
    .orderBy(asc(orderStatusHistory.id));
  return {
    order_number: order.orderNumber,
    status: order.status,
    payment_status: order.paymentStatus,
    status_history: history.map((change) => ({
      from_status: change.fromStatus,
      to_status: change.toStatus,
      created_at: change.createdAt.toISOString(),
    })),
    courier: order.courier,
    tracking_number: order.trackingNumber,
    created_at: order.createdAt.toISOString(),
  };
}
