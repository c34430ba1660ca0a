import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { orderItems, orders } from "@/db/schema/orders";
import { moneyMovements, payments, refunds } from "@/db/schema/payments";
import { findEmails } from "@/lib/desk/queries";
import { env } from "@/lib/env";
import { explainPayment } from "@/lib/payments/explain-payment";
import { listEvents } from "@/lib/payments/list-events";
import { isTaken, takenOf } from "@/lib/payments/model";
import { searchedPaymentView } from "@/lib/payments/payment-view";
import { listRequestsOf } from "@/lib/refunds/queries";
import { refundView } from "@/lib/refunds/refund-view";
import { getSettings } from "@/lib/settings/get-settings";
import { isAdmin, type UserCtx } from "@/lib/shared/context";
import { formatAmount, paisa, ZERO } from "@/lib/shared/money";

const MOST_EVENTS = 200;

/** One payment as the back office shows it: how it stands, its story, messages, money, and what may be done about it. */
export async function findManagedPayment(ctx: UserCtx, id: number) {
  const { db, now } = ctx;
  const [found] = await db
    .select({ payment: payments, order: orders })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, id));
  if (!found) return null;
  const { payment, order } = found;
  const [story, events, movements, refunded, requests, items, settings] = await Promise.all([
    explainPayment(db, payment.transactionId, now),
    listEvents(ctx, { paymentId: id, page: 1, page_size: MOST_EVENTS }),
    db.select().from(moneyMovements).where(eq(moneyMovements.paymentId, id)).orderBy(asc(moneyMovements.id)),
    db.select().from(refunds).where(eq(refunds.paymentId, id)).orderBy(asc(refunds.id)),
    listRequestsOf(db, id),
    db.select().from(orderItems).where(eq(orderItems.orderId, order.id)).orderBy(asc(orderItems.id)),
    getSettings(ctx),
  ]);
  const left = isTaken(payment.status) ? paisa(takenOf(payment) - payment.refundedPaisa) : ZERO;
  const isReal = env().jazzcash.environment === "production";
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
    items: items.map((item) => ({
      id: item.id,
      name: item.productName,
      name_ur: item.productNameUr,
      quantity: item.quantity,
      unit_price: formatAmount(item.unitPricePaisa),
    })),
    me: `user:${ctx.actor.userId}`,
    isAdmin: isAdmin(ctx.actor),
    canRefund: isAdmin(ctx.actor) && left > 0,
    isReal,
    limit: isReal && settings.approvalAbovePaisa !== null ? formatAmount(settings.approvalAbovePaisa) : null,
    formKey: `${now.getTime()}-${randomUUID()}`,
    now,
  };
}
