import { asc, eq } from "drizzle-orm";
import { payments, refunds } from "@/db/schema/payments";
import { refundView } from "@/lib/refunds/refund-view";
import type { RefundView } from "@/lib/refunds/schemas";
import type { Ctx } from "@/lib/shared/context";

/** A refund as its order's page tells it. */
export type ToldRefund = RefundView & { completed_at: string | null };

/** All that was given back of one order, oldest first; whose order it is was asked before. */
export async function listRefunds({ db }: Pick<Ctx, "db">, orderId: number): Promise<ToldRefund[]> {
  const rows = await db
    .select({ refund: refunds })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(refunds.id));
  return rows.map(({ refund }) => ({
    ...refundView(refund),
    completed_at: refund.completedAt?.toISOString() ?? null,
  }));
}
