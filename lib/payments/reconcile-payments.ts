import { env } from "@/lib/env";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { tellLongChecks } from "@/lib/messages/tell-long-checks";
import { claimDuePayments } from "@/lib/payments/claim-due-payments";
import { giveBack } from "@/lib/refunds/give-back";
import { inquirePayment } from "@/lib/payments/inquire-payment";
import { openOverdueReviews } from "@/lib/reviews/open-overdue-reviews";
import { warnOfOldReviews } from "@/lib/reviews/warn-of-old-reviews";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { describeError } from "@/lib/shared/describe-error";
import type { Ctx } from "@/lib/shared/context";

export type Reconciliation = {
  inquired: number;
  completed: number;
  failed: number;
  expired: number;
  orders_cancelled: number;
  unchanged: number;
  errors: number;
};

const AT_ONCE = 5;
export const CRON_MS = 55_000; // a serverless cron has a minute
const PART_FOR_CALLS = 0.9; // the rest is for what needs no gateway

/**
 * Asks about every attempt that is due until none is left or the time is up, then sends back money that may not be kept
 * and gives back the stock of orders that nobody paid. Any number of these may
 * run at once; what one does not reach, the next one does. It ends in its time however silent the gateway is: a call
 * that takes longer is left open, and settles when it answers.
 */
export async function reconcilePayments(ctx: Ctx, { budgetMs = CRON_MS } = {}): Promise<Reconciliation> {
  const tally: Reconciliation = {
    inquired: 0,
    completed: 0,
    failed: 0,
    expired: 0,
    orders_cancelled: 0,
    unchanged: 0,
    errors: 0,
  };
  const begin = performance.now();
  const callsMs = budgetMs * PART_FOR_CALLS;
  const lastCall = begin + callsMs - Math.min(env().jazzcash.timeoutMs, callsMs / 2);
  const isTimeUp = () => performance.now() > lastCall;
  await Promise.race([askAndGiveBack(ctx, tally, isTimeUp), wait(callsMs)]);
  tally.orders_cancelled = await cancelUnpaidOrders(ctx, { isTimeUp: () => performance.now() > begin + budgetMs });
  await openOverdueReviews(ctx);
  await tellLongChecks(ctx);
  await warnOfOldReviews(ctx);
  return { ...tally };
}

async function askAndGiveBack(ctx: Ctx, tally: Reconciliation, isTimeUp: () => boolean): Promise<void> {
  await inquireDue(ctx, tally, isTimeUp);
  tally.errors += await giveBack(ctx, { isTimeUp });
}

async function inquireDue(ctx: Ctx, tally: Reconciliation, isTimeUp: () => boolean): Promise<void> {
  for (let due: PaymentRow[] = []; ;) {
    due = await claimDuePayments(ctx.db, { now: ctx.now, most: AT_ONCE });
    await Promise.all(due.map((payment) => inquireOne(ctx, payment, tally)));
    if (due.length < AT_ONCE || isTimeUp()) return;
  }
}

async function inquireOne(ctx: Ctx, payment: PaymentRow, tally: Reconciliation): Promise<void> {
  tally.inquired++;
  tally.errors++; // until it is answered
  try {
    const asked = await inquirePayment(ctx, payment);
    if (!asked.wasAnswered) return;
    tally.errors--;
    const { status } = asked.payment;
    const isEnd = status === "completed" || status === "failed" || status === "expired";
    tally[isEnd && status !== asked.before ? status : "unchanged"]++;
  } catch (thrown) {
    console.error(`The inquiry of payment ${payment.id} was not settled: ${describeError(thrown)}`);
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
