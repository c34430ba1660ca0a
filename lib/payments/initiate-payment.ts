import { brokenConstraint } from "@/db/broken-constraint";
import { env } from "@/lib/env";
import type { RecordResult } from "@/lib/http/idempotency";
import { refuseCash } from "@/lib/cash/refuse-cash";
import { takeTurn } from "@/lib/http/rate-limit";
import { moveOrder } from "@/lib/orders/move-order";
import { clearTheWay } from "@/lib/payments/clear-the-way";
import { initiatedPaymentView } from "@/lib/payments/initiated-payment";
import { inquirePayment } from "@/lib/payments/inquire-payment";
import { insertAttempt, type NewAttempt } from "@/lib/payments/insert-attempt";
import { payByWallet } from "@/lib/payments/pay-by-wallet";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { InitiatedPaymentView, InitiatePaymentInput } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { newTransactionId } from "@/lib/shared/ids";
import { type Paisa, readAmount } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const MOST_TRIES = 4;

type InitiateOptions = {
  recordResult?: RecordResult;
  /** How long the wallet's answer is waited for; the call itself stays open in the background. */
  patienceMs?: number;
};

/**
 * Opens an attempt to pay an order of one's own, its row before anything goes to the gateway. The usual case is one
 * statement; where another attempt stands in the way, it serves again, is closed, or is asked about first.
 * Refuses `order_not_found`, `order_already_paid`, `order_cancelled`, `amount_mismatch`, `payment_in_progress`, `cash_not_possible`, and 429 beyond the limit of a session.
 */
export async function initiatePayment(
  ctx: UserCtx,
  input: InitiatePaymentInput,
  { recordResult, patienceMs = env().jazzcash.timeoutMs }: InitiateOptions = {},
): Promise<InitiatedPaymentView> {
  await takeTurn(ctx.db, "initiate", ctx.actor.sessionId, ctx.now);
  const amount = input.amount === undefined ? null : readAmount(input.amount);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const opened = await open(ctx, input, amount, recordResult);
    if (opened) return finish(ctx, input, opened, patienceMs);
    const way = await ctx.db.transaction(async (tx) => {
      const inside = { ...ctx, db: tx };
      const found = await clearTheWay(inside, { orderId: input.order_id, method: input.payment_method, amount });
      if (found.kind === "reuse") await recordResult?.(tx, found.payment.id);
      if (found.kind !== "free") return found;
      return { kind: "opened", payment: await open(inside, input, amount, recordResult) } as const;
    });
    if (way.kind === "opened" && way.payment) return finish(ctx, input, way.payment, patienceMs);
    if (way.kind === "reuse") return initiatedPaymentView(way.payment, way.orderNumber);
    if (way.kind === "ask") await askFirst(ctx, way.payment);
  }
  throw new AppError("payment_in_progress", "A payment of this order is being opened at this moment.");
}

async function open(ctx: UserCtx, input: InitiatePaymentInput, amount: Paisa | null, recordResult?: RecordResult) {
  const { now, actor } = ctx;
  const isCash = input.payment_method === "cash_on_delivery";
  const attempt: NewAttempt = {
    orderId: input.order_id,
    userId: actor.userId,
    transactionId: newTransactionId(now),
    method: input.payment_method,
    // The wallet's call may take money as soon as it is on its way: what was not heard of it is unknown, not untouched.
    status: input.payment_method === "jazzcash_wallet" ? "processing" : "pending",
    amount,
    now,
    expiresAt: isCash ? null : minutesAfter(now, env().paymentExpiryMinutes),
  };
  try {
    if (!isCash && !recordResult) return (await insertAttempt(ctx.db, attempt))[0];
    return await ctx.db.transaction(async (tx) => {
      const [opened] = await insertAttempt(tx, attempt);
      if (!opened) return undefined;
      if (isCash) await refuseCash(tx, opened.orderId);
      if (isCash) await moveOrder(tx, { id: opened.orderId, status: "pending" }, "cash_chosen", { actor, now });
      await recordResult?.(tx, opened.id);
      return opened;
    });
  } catch (thrown) {
    if (brokenConstraint(thrown) === "payments_one_live_per_order") return undefined;
    throw thrown;
  }
}

async function askFirst(ctx: UserCtx, live: PaymentRow): Promise<void> {
  const asked = await inquirePayment(ctx, live);
  const status = asked.payment.status;
  if (status === "processing" || status === "pending") {
    throw new AppError("payment_in_progress", "A payment of this order is under way at JazzCash.", {
      transaction_id: live.transactionId,
    });
  }
}

type Opened = PaymentRow & { orderNumber: string };

async function finish(ctx: UserCtx, input: InitiatePaymentInput, payment: Opened, patienceMs: number) {
  const { orderNumber } = payment;
  if (payment.paymentMethod !== "jazzcash_wallet") return initiatedPaymentView(payment, orderNumber);
  const payer = { mobile: input.customer_phone ?? "", cnicLast6: input.cnic_last6 ?? "" };
  return initiatedPaymentView(await payByWallet(ctx, payment, payer, patienceMs), orderNumber);
}
