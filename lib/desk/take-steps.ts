import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { type DeskStep, STATE_AFTER } from "@/lib/desk/model";
import type { StepTakenView } from "@/lib/desk/schemas";
import type { Seen } from "@/lib/orders/model";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

type One = { orderId: number; trackingNumber?: string } & Seen;
type Chosen = { step: DeskStep; chosen: readonly One[]; courier?: string };

/**
 * Staff take many orders the same step on, each in a transaction of its own: what one of them refuses keeps no other back,
 * and is told of that one. Those that are shipped go with one courier, each under a number of its own.
 */
export async function takeSteps(ctx: UserCtx, { step, chosen, courier }: Chosen): Promise<StepTakenView[]> {
  requireStaff(ctx.actor);
  const taken: StepTakenView[] = [];
  for (const one of chosen) taken.push(await takeStep(ctx, { ...one, step, courier }));
  return taken;
}

type Step = One & Pick<Chosen, "step" | "courier">;

async function takeStep(ctx: UserCtx, { orderId, step, ifMatch, courier, trackingNumber: tracking_number }: Step) {
  try {
    const parcel = step === "ship" ? { courier, tracking_number } : {};
    const wish = { orderId, status: STATE_AFTER[step], notes: "", ifMatch, ...parcel };
    const order = await updateOrderStatus(ctx, wish);
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
