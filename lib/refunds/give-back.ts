import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { lockPayment } from "@/lib/payments/lock-payment";
import { takenOf } from "@/lib/payments/model";
import { refundWayOf } from "@/lib/refunds/model";
import { openRefund } from "@/lib/refunds/open-refund";
import { OBSTACLES } from "@/lib/reviews/model";
import { openReview } from "@/lib/reviews/open-review";
import { sendRefund } from "@/lib/refunds/send-refund";
import { actorName, type Ctx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { paisa } from "@/lib/shared/money";

/**
 * Sends back what the shop may not keep: payments of orders that stay cancelled, second payments of one order, amounts
 * that a person refused. Each is written down as a refund and taken off the list in one transaction, then sent once.
 * What cannot be sent waits for a person. Tells how many broke off in the middle; one that does keeps no other back.
 */
export async function giveBack(ctx: Ctx, { isTimeUp }: { isTimeUp: () => boolean }): Promise<number> {
  let errors = 0;
  for (let after = 0; !isTimeUp();) {
    const next = await findOwed(ctx, after);
    if (!next) break;
    after = next.id;
    try {
      const opened = await ctx.db.transaction((tx) => openGiveBack({ ...ctx, db: tx }, next.transactionId));
      if (opened) await sendRefund(ctx, opened.payment, opened.refund);
    } catch (thrown) {
      errors++;
      console.error(`The give-back of payment ${next.id} broke off: ${describeError(thrown)}`);
    }
  }
  return errors;
}

async function findOwed({ db, now }: Ctx, after: number) {
  const [next] = await db
    .select({ id: payments.id, transactionId: payments.transactionId })
    .from(payments)
    .where(and(lte(payments.giveBackWantedAt, now), gt(payments.id, after)))
    .orderBy(asc(payments.id))
    .limit(1);
  return next;
}

/** Takes a payment off the list of what is owed: a refund of all that is left is under way, or a person is asked. */
export async function openGiveBack({ db: tx, now, actor }: Ctx, transactionId: string) {
  const payment = await lockPayment(tx, transactionId);
  if (!payment?.giveBackWantedAt || (await hasRefundUnderWay(tx, payment.id))) return null;
  await tx.update(payments).set({ giveBackWantedAt: null, updatedAt: now }).where(eq(payments.id, payment.id));
  const left = paisa(takenOf(payment) - payment.refundedPaisa);
  if (left === 0) return null;
  const way = refundWayOf(payment);
  const obstacle = obstacleOf(way);
  if (way === null || obstacle) {
    const facts = { order: payment.orderNumber, amount: left, obstacle, txn_type: payment.gatewayTxnType };
    await openReview(tx, payment.id, "give_back_stuck", facts, now);
    return null;
  }
  const reason = payment.isSurplus ? "Paid twice, or not the amount that was asked for" : "Paid after cancellation";
  const wish = { amount: null, reason, way, by: actorName(actor), mayRepeat: true };
  return { payment, refund: await openRefund(tx, payment, wish, now) };
}

function obstacleOf(way: ReturnType<typeof refundWayOf>): string | null {
  if (way === null) return OBSTACLES.way_unknown;
  return way === "wallet" && !env().jazzcash.merchantMpin ? OBSTACLES.mpin_missing : null;
}

async function hasRefundUnderWay(tx: Database, paymentId: number): Promise<boolean> {
  const [refund] = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.paymentId, paymentId), eq(refunds.status, "processing")));
  return refund !== undefined;
}
