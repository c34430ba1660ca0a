import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { anAttempt, gateway, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { payOrder } from "@/e2e/faults/pay-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import type { ReviewKind } from "@/lib/reviews/model";
import type { UserCtx } from "@/lib/shared/context";

/** The gateway's kinds of transaction, cash, and a success that does not say of which kind it is. */
export type PaidBy = "MPAY" | "MIGS" | "MWALLET" | "OTC" | "PAY" | "DD" | "cash" | "no kind";
type Named = { payment_id: number };

/** An order of Rs 3,000 that somebody has paid at noon. */
export async function aPaidOrder(db: Database, by: PaidBy = "MWALLET", buyer?: UserCtx) {
  const ctx = buyer ?? (await somebody(db));
  const attempt = await anAttempt(ctx, by === "cash" ? "cash_on_delivery" : "jazzcash");
  const { payment } = attempt;
  const pp_TxnType = by === "no kind" ? "" : by;
  if (by === "cash") {
    await recordCash(await somebody(db, { role: "staff" }), { paymentId: payment.payment_id });
  } else if (by === "OTC") {
    await receiveNotice(gateway(db), returned(payment, { pp_ResponseCode: "124", pp_TxnType }), "return");
    await receiveNotice(gateway(db), notified(payment, { pp_TxnType }), "callback");
  } else {
    await receiveNotice(gateway(db), returned(payment, { pp_TxnType }), "return");
  }
  return { buyer: ctx, ...attempt };
}

/** An order that was paid on two attempts: the first of them came last, and belongs to no order. */
export async function aSurplus(db: Database) {
  const ctx = await somebody(db);
  const { order, payment: surplus } = await anAttempt(ctx);
  await payOrder(ctx, order.id, "cash_on_delivery");
  const good = await payOrder(ctx, order.id, "jazzcash");
  for (const payment of [good, surplus]) await receiveNotice(gateway(db), notified(payment), "callback");
  return { order, good, surplus };
}

/** An administrator gives a payment back, all that is left or so many rupees of it, so many minutes after noon. */
export const giveBackOf = (admin: UserCtx, { payment_id }: Named, amount?: string, minutes = 0) =>
  refundPayment(laterOn(admin, minutes), { paymentId: payment_id, amount, reason: "It came broken" });

export const reconcileAfter = (db: Database, minutes: number) =>
  reconcilePayments({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } });

/** What the database knows of a payment, with its refunds and the questions that are still open. */
export async function moneyOf(db: Database, payment: Named) {
  const story = await storyOf(db, payment);
  const ofIt = eq(refunds.paymentId, payment.payment_id);
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  return {
    ...story,
    refunds: await db.select().from(refunds).where(ofIt).orderBy(asc(refunds.id)),
    back: story.movements.filter(({ toAccount }) => toAccount === "customer"),
    asked: items.filter(({ closedAt }) => closedAt === null).map(({ kind }) => kind),
  };
}

/** What earlier tests left behind is not asked about again: its times are far ahead. */
export async function leaveTheRest(db: Database): Promise<void> {
  const never = later(NOON, 1_000_000);
  await db
    .update(payments)
    .set({ endedAt: NOON, confirmedAt: NOON, inquiryWantedAt: null })
    .where(ne(payments.paymentMethod, "cash_on_delivery"));
  await db.update(refunds).set({ lastInquiredAt: never }).where(eq(refunds.status, "processing"));
}

/** The open item of a kind about a payment. */
export async function openItemOf(db: Database, { payment_id }: Named, kind: ReviewKind): Promise<number> {
  const isIt = and(eq(reviewItems.paymentId, payment_id), eq(reviewItems.kind, kind), isNull(reviewItems.closedAt));
  const [item] = await db.select({ id: reviewItems.id }).from(reviewItems).where(isIt);
  if (!item) throw new Error(`no ${kind} is open`);
  return item.id;
}
