import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { tellPayment } from "@/lib/messages/tell-payment";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { isLive } from "@/lib/payments/model";
import { recordEvent } from "@/lib/payments/record-event";
import type { UserCtx } from "@/lib/shared/context";

/**
 * A person has seen in the gateway's portal that an attempt was never paid: it ends, and is asked about no more. Should
 * it be paid all the same, the success wins as always.
 */
export async function endUnheard({ db: tx, now }: UserCtx, payment: LockedPayment): Promise<void> {
  if (payment.endedAt) return;
  const statusAfter = isLive(payment.status) ? "expired" : null;
  await tx
    .update(payments)
    .set({ ...(statusAfter && { status: statusAfter }), endedAt: now, updatedAt: now })
    .where(eq(payments.id, payment.id));
  await recordEvent(tx, {
    paymentId: payment.id,
    transactionId: payment.transactionId,
    channel: "shop",
    isOutgoing: false,
    fields: {},
    decision: "found_unpaid",
    refusal: null,
    statusAfter,
    now,
  });
  if (statusAfter) await tellPayment(tx, { paymentId: payment.id, kind: "payment_expired", now });
}
