import { and, eq } from "drizzle-orm";
import { orderNotes, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { NOT_REACHED } from "@/lib/cash/model";
import type { RecordCallInput } from "@/lib/cash/schemas";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

/**
 * Staff called the buyer of a cash order that is not begun yet: reached, it may be begun, and who called first stays
 * written down; not reached, a note says so. Refuses `forbidden`, `order_not_found`, `invalid_transition`.
 */
export async function recordCall(ctx: UserCtx, input: RecordCallInput): Promise<{ called_at: string | null }> {
  const { now, actor } = ctx;
  requireStaff(actor);
  return ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, input.orderId)).for("no key update");
    if (!order) throw new AppError("order_not_found", "There is no such order.");
    const awaited = await tx.$count(
      payments,
      and(
        eq(payments.orderId, order.id),
        eq(payments.paymentMethod, "cash_on_delivery"),
        eq(payments.status, "pending"),
      ),
    );
    if (order.status !== "confirmed" || awaited === 0) {
      throw new AppError("invalid_transition", "No call is needed for this order.");
    }
    const isReached = input.outcome === "reached";
    if (isReached && !order.calledAt) {
      await tx
        .update(orders)
        .set({ calledAt: now, calledBy: actorName(actor), updatedAt: now })
        .where(eq(orders.id, order.id));
    }
    const text = [isReached ? "" : NOT_REACHED, input.notes].filter(Boolean).join(" ");
    if (text) await tx.insert(orderNotes).values({ orderId: order.id, text, actor: actorName(actor), createdAt: now });
    await recordAudit(tx, ctx, "order.call", `order:${order.id}`, { outcome: input.outcome });
    const calledAt = order.calledAt ?? (isReached ? now : null);
    return { called_at: calledAt?.toISOString() ?? null };
  });
}
