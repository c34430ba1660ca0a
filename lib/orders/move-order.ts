import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { nextOrderState, type OrderEvent, type OrderState } from "@/lib/orders/model";
import { type Actor, actorName } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Moves a locked order by the table, with its history row; refuses `invalid_transition`. */
export async function moveOrder(
  tx: Database,
  order: { id: number; status: OrderState },
  event: OrderEvent,
  { actor, now, notes = "" }: { actor: Actor; now: Date; notes?: string },
): Promise<OrderState> {
  const to = nextOrderState(order.status, event);
  if (!to) throw new AppError("invalid_transition", `An order that is ${order.status} cannot do this step.`);
  const by = actorName(actor);
  await tx
    .update(orders)
    .set({
      status: to,
      updatedAt: now,
      cancelledBy: to === "cancelled" ? by : null,
      completedAt: to === "delivered" ? now : null,
    })
    .where(eq(orders.id, order.id));
  await tx
    .insert(orderStatusHistory)
    .values({ orderId: order.id, fromStatus: order.status, toStatus: to, actor: by, notes, createdAt: now });
  return to;
}
