import { eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { changePayment } from "@/lib/payments/change-payment";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { decidePaidOrder, isTaken } from "@/lib/payments/model";
import { orderAfterPayment, reviewAfterPayment } from "@/lib/payments/order-after-payment";
import { closeReviews } from "@/lib/reviews/close-reviews";
import { openReview } from "@/lib/reviews/open-review";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { type Paisa, paisa } from "@/lib/shared/money";

type Facts = Record<string, string | number | null>;

/**
 * A person's word about a payment of another amount, in the caller's transaction and under its locks. Accepted: what
 * was taken settles the order as any success does. Given back: what was taken belongs to no order, and the next
 * reconciliation sends it back. What was settled meanwhile is only sent back, or left.
 */
export async function settleDispute(
  { db: tx, now, actor }: UserCtx,
  payment: LockedPayment,
  facts: Facts,
  isAccepted: boolean,
): Promise<void> {
  if (isTaken(payment.status)) {
    if (isAccepted) return;
    await tx.update(payments).set({ giveBackWantedAt: now, updatedAt: now }).where(eq(payments.id, payment.id));
    return;
  }
  const taken = takenIn(facts);
  const outcome = isAccepted
    ? decidePaidOrder({
        status: payment.orderStatus,
        isUnpaid: payment.orderPaymentStatus === "unpaid",
        cancelledBy: payment.orderCancelledBy,
      })
    : "surplus";
  const order = await orderAfterPayment(tx, payment, outcome, now);
  const isOwed = order === null || order.to === "cancelled";
  const by = actorName(actor);
  const changes = {
    ...payment,
    status: "completed",
    isSurplus: outcome === "surplus",
    acceptedPaisa: taken === payment.amountPaisa ? null : taken,
    completedAt: now,
    endedAt: now,
    giveBackWantedAt: isOwed ? now : null,
  } as const;
  const event = {
    paymentId: payment.id,
    transactionId: payment.transactionId,
    channel: "shop",
    isOutgoing: false,
    fields: { pp_Amount: String(taken) },
    decision: isAccepted ? "amount_accepted" : "amount_given_back",
    refusal: null,
    statusAfter: "completed",
    now,
  } as const;
  const { closedCash } = await changePayment(tx, payment, changes, event, order, by);
  const resolution = `A person has settled what was paid: ${taken} paisa.`;
  await closeReviews(tx, payment.id, ["payment_unknown"], { by, resolution, now });
  const review = isAccepted ? reviewAfterPayment(order, closedCash) : null;
  if (review) await openReview(tx, payment.id, review, { order: payment.orderNumber, amount: taken }, now);
}

function takenIn({ amount_named: named }: Facts): Paisa {
  if (typeof named === "number" && named > 0) return paisa(named);
  throw new AppError("conflict", "The gateway named no amount that could be accepted or given back.");
}
