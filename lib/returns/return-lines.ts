import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { returns } from "@/db/schema/returns";
import { reviewItems } from "@/db/schema/reviews";
import type { RecordResult } from "@/lib/http/idempotency";
import { requireVersion } from "@/lib/orders/require-version";
import { lockPaymentById, type LockedPayment } from "@/lib/payments/lock-payment";
import { isTaken, PAYMENT_STATES } from "@/lib/payments/model";
import { beginRefund } from "@/lib/refunds/begin-refund";
import { refundWayOf } from "@/lib/refunds/model";
import { pricePieces } from "@/lib/refunds/price-pieces";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { openRefundRequest } from "@/lib/refunds/request-refund";
import { sendRefund } from "@/lib/refunds/send-refund";
import { findReturn } from "@/lib/returns/queries";
import { recordReturn } from "@/lib/returns/record-return";
import type { ReturnLinesInput, ReturnView } from "@/lib/returns/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin, requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { readAmount } from "@/lib/shared/money";
import { requireConfirmation } from "@/lib/users/require-confirmation";

type Wish = ReturnLinesInput & {
  /** What needs a second administrator is asked of one, in place of being refused. */
  mayAsk?: boolean;
};

/** What came of the money: `asked_about` where it is not known by which way it came. */
type MoneyBack = "none" | "requested" | "asked_about" | RefundRow["status"];

/**
 * Lines of an order are taken back as one piece of work: counted, put in stock or written off, and where it is asked for,
 * the refund of their price written down, all in one transaction; then the money is sent. Staff may take goods back, only
 * administrators give money back with them. What the gateway makes of it stands in the refund: a refusal undoes no return,
 * and neither does money of which a person is asked how it goes back. Refuses what `recordReturn`, `requireVersion`,
 * `pricePieces` and `beginRefund` refuse.
 */
export async function takeBackLines(
  ctx: UserCtx,
  input: Wish,
  recordResult?: RecordResult,
): Promise<{ view: ReturnView; money: MoneyBack }> {
  requireStaff(ctx.actor);
  if (input.refund) {
    requireAdmin(ctx.actor, "Money is given back by the shop's administrators.");
    await requireConfirmation(ctx);
  }
  const { returnId, money, underWay } = await ctx.db.transaction(async (tx) => {
    const payment = input.refund ? await lockPaidPayment(tx, input.orderId) : null;
    await lockOrder(tx, input.orderId);
    await requireVersion(tx, input.orderId, input.ifMatch);
    const id = await recordReturn({ ...ctx, db: tx }, input);
    await recordResult?.(tx, id);
    const { refund, asked } = payment ? await payBack({ ...ctx, db: tx }, payment, input) : NO_MONEY;
    if (refund) await tx.update(returns).set({ refundId: refund.id }).where(eq(returns.id, id));
    const begun = payment && refund?.status === "processing" ? { payment, refund } : null;
    return { returnId: id, money: asked, underWay: begun };
  });
  const sent = underWay && (await sendRefund(ctx, underWay.payment, underWay.refund));
  const view = await findReturn(ctx.db, returnId);
  if (!view) throw new Error(`return ${returnId} went away`);
  return { view, money: sent?.status ?? money };
}

/** The same for programs: the return as it is kept, and what needs a second administrator is refused. */
export async function returnLines(
  ctx: UserCtx,
  input: ReturnLinesInput,
  recordResult?: RecordResult,
): Promise<ReturnView> {
  return (await takeBackLines(ctx, input, recordResult)).view;
}

type PaidBack = { refund: RefundRow | null; asked: MoneyBack };
const NO_MONEY: PaidBack = { refund: null, asked: "none" };

async function payBack(ctx: UserCtx, payment: LockedPayment, input: Wish): Promise<PaidBack> {
  const { reason } = input;
  const lines = input.lines.map(({ order_item_id, quantity }) => ({ order_item_id, quantity }));
  const worth = await pricePieces(ctx.db, input.orderId, lines);
  const amount = input.amount === undefined ? worth : readAmount(input.amount);
  if (amount === 0) return NO_MONEY;
  if (refundWayOf(payment) === null) await refuseSecondQuestion(ctx.db, payment.id);
  try {
    const refund = await beginRefund(ctx, payment, { amount, lines, reason, mayRepeat: true, isApproved: false });
    return { refund, asked: refund?.status ?? "asked_about" };
  } catch (thrown) {
    if (!input.mayAsk || !(thrown instanceof AppError) || thrown.code !== "approval_required") throw thrown;
    await openRefundRequest(ctx, payment, { amount, lines, reason });
    return { refund: null, asked: "requested" };
  }
}

/** Whoever answers the open question gives back what it names, and no more. */
async function refuseSecondQuestion(tx: Database, paymentId: number): Promise<void> {
  const isOpen = and(eq(reviewItems.paymentId, paymentId), isNull(reviewItems.closedAt));
  const [open] = await tx
    .select({ id: reviewItems.id })
    .from(reviewItems)
    .where(and(isOpen, eq(reviewItems.kind, "give_back_stuck")));
  if (!open) return;
  throw new AppError("refund_in_progress", "Money of this payment waits for a person already: answer that first.", {
    review_id: open.id,
  });
}

const TAKEN = PAYMENT_STATES.filter(isTaken);

/** The payment that the order counts, locked after its order. */
async function lockPaidPayment(tx: Database, orderId: number): Promise<LockedPayment> {
  const isCounted = and(eq(payments.orderId, orderId), inArray(payments.status, TAKEN), eq(payments.isSurplus, false));
  const [named] = await tx.select({ id: payments.id }).from(payments).where(isCounted);
  const payment = named && (await lockPaymentById(tx, named.id));
  if (!payment) throw new AppError("not_refundable", "No money was taken for this order.");
  return payment;
}

async function lockOrder(tx: Database, orderId: number): Promise<void> {
  const [order] = await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for("no key update");
  if (!order) throw new AppError("order_not_found", "There is no such order.");
}
