import { env } from "@/lib/env";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { claimDuePayments } from "@/lib/payments/claim-due-payments";
import { giveBack } from "@/lib/payments/give-back";
import { inquirePayment } from "@/lib/payments/inquire-payment";
import { openOverdueReviews } from "@/lib/reviews/open-overdue-reviews";
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
const CRON_MS = 55_000; // a serverless cron has a minute

/**
 * Asks about every attempt that is due until none is left or the time is up, then sends back money that may not be kept
 * and gives back the stock of orders that nobody paid. Any number of these may run at once; what one does not reach, the next one does.
 */
export async function reconcilePayments(ctx: Ctx): Promise<Reconciliation> {
  const tally: Reconciliation = {
    inquired: 0,
    completed: 0,
    failed: 0,
    expired: 0,
    orders_cancelled: 0,
    unchanged: 0,
    errors: 0,
  };
  const end = performance.now() + CRON_MS;
  const lastCall = end - env().jazzcash.timeoutMs;
  const isTimeUp = () => performance.now() > lastCall;
  await inquireDue(ctx, tally, isTimeUp);
  tally.errors += await giveBack(ctx, { isTimeUp });
  tally.orders_cancelled = await cancelUnpaidOrders(ctx, { isTimeUp: () => performance.now() > end });
  await openOverdueReviews(ctx);
  return tally;
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
  try {
    const asked = await inquirePayment(ctx, payment);
    const { status } = asked.payment;
    if (!asked.wasAnswered) tally.errors++;
    else if (status === asked.before) tally.unchanged++;
    else if (status === "completed" || status === "failed" || status === "expired") tally[status]++;
    else tally.unchanged++;
  } catch (thrown) {
    tally.errors++;
    console.error(`The inquiry of payment ${payment.id} was not settled: ${describeError(thrown)}`);
  }
}
