import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { type DeskStep, STATE_AFTER } from "@/lib/desk/model";
import type { StepTakenView } from "@/lib/desk/schemas";
import type { Seen } from "@/lib/orders/model";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

type Chosen = { step: DeskStep; chosen: readonly ({ orderId: number } & Seen)[] };

/**
 * Staff take many orders the same step on, each in a transaction of its own: what one of them refuses keeps no other back,
 * and is told of that one.
 */
export async function takeSteps(ctx: UserCtx, { step, chosen }: Chosen): Promise<StepTakenView[]> {
  requireStaff(ctx.actor);
  const taken: StepTakenView[] = [];
  for (const one of chosen) taken.push(await takeStep(ctx, { ...one, step }));
  return taken;
}

async function takeStep(ctx: UserCtx, { orderId, step, ifMatch }: { orderId: number; step: DeskStep } & Seen) {
  try {
    const order = await updateOrderStatus(ctx, { orderId, status: STATE_AFTER[step], notes: "", ifMatch });
    const { order_number, status } = order;
    return { order_id: orderId, order_number, is_done: true, status, code: null, detail: null };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.status >= 500) throw thrown;
    const [order] = await ctx.db
      .select({ orderNumber: orders.orderNumber, status: orders.status })
      .from(orders)
      .where(eq(orders.id, orderId));
    return {
      order_id: orderId,
      order_number: order?.orderNumber ?? null,
      is_done: false,
      status: order?.status ?? null,
      code: thrown.code,
      detail: thrown.message,
    };
  }
}
