import { asc, eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds } from "@/db/schema/payments";
import { findEmails } from "@/lib/desk/queries";
import { env } from "@/lib/env";
import { explainPayment } from "@/lib/payments/explain-payment";
import { listEvents } from "@/lib/payments/list-events";
import { isTaken, takenOf } from "@/lib/payments/model";
import { searchedPaymentView } from "@/lib/payments/payment-view";
import { findRefundOffer } from "@/lib/refunds/find-refund-offer";
import { listRequestsOf } from "@/lib/refunds/queries";
import { refundView } from "@/lib/refunds/refund-view";
import { isAdmin, type UserCtx } from "@/lib/shared/context";
import { formatAmount, paisa, ZERO } from "@/lib/shared/money";
import { requireStaff } from "@/lib/shared/require-role";

const MOST_EVENTS = 200;

/** One payment as the back office shows it: how it stands, its story, messages, money, and what may be done about it. */
export async function findManagedPayment(ctx: UserCtx, id: number) {
  const { db, now } = ctx;
  requireStaff(ctx.actor);
  const [found] = await db
    .select({ payment: payments, order: orders })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, id));
  if (!found) return null;
  const { payment, order } = found;
  const [story, events, movements, refunded, requests, offer] = await Promise.all([
    explainPayment(db, payment.transactionId, now),
    listEvents(ctx, { paymentId: id, page: 1, page_size: MOST_EVENTS }),
    db.select().from(moneyMovements).where(eq(moneyMovements.paymentId, id)).orderBy(asc(moneyMovements.id)),
    db.select().from(refunds).where(eq(refunds.paymentId, id)).orderBy(asc(refunds.id)),
    listRequestsOf(db, id),
    findRefundOffer(ctx, payment),
  ]);
  const left = isTaken(payment.status) ? paisa(takenOf(payment) - payment.refundedPaisa) : ZERO;
  const actors = [...refunded.map(({ actor }) => actor), ...requests.map((request) => request.requested_by)];
  return {
    payment: searchedPaymentView({ payment, orderNumber: order.orderNumber }),
    left: formatAmount(left),
    story: story ?? [],
    events: events.rows,
    movements: movements.map((movement) => ({
      id: movement.id,
      from: movement.fromAccount,
      to: movement.toAccount,
      amount: formatAmount(movement.amountPaisa),
      at: movement.createdAt.toISOString(),
    })),
    refunds: refunded.map((refund) => ({
      ...refundView(refund),
      gateway_message: refund.gatewayMessage,
      actor: refund.actor,
    })),
    requests,
    people: await findEmails(ctx, [...actors, ...requests.map((request) => request.decided_by ?? "")]),
    me: `user:${ctx.actor.userId}`,
    isAdmin: isAdmin(ctx.actor),
    isReal: env().jazzcash.environment === "production",
    offer,
    now,
  };
}
