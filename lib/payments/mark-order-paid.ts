import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { nextOrderState, type OrderState } from "@/lib/orders/model";
import { retakeStock } from "@/lib/orders/return-stock";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import type { PaidOrderOutcome } from "@/lib/payments/model";
import { openReview } from "@/lib/payments/open-review";

type PayOrderInput = {
  orderId: number;
  paymentId: number;
  amount: number;
  from: OrderState;
  to: OrderState;
  now: Date;
};

const PAY_ORDER = statement<PayOrderInput, { closedCash: number }>(
  ({ orderId, paymentId, amount, from, to, now }) => sql`
    with paid as (
      update ${orders} set paid_paisa = ${amount}, payment_status = 'paid', status = ${to}::order_status,
        cancelled_by = case when ${to}::order_status = 'cancelled' then cancelled_by end, updated_at = ${now}
      where id = ${orderId} returning id
    ), history as (
      insert into ${orderStatusHistory} (order_id, from_status, to_status, actor, created_at)
      select id, ${from}::order_status, ${to}::order_status, 'gateway', ${now}
      from paid where ${from}::order_status <> ${to}::order_status
    ), closed as (
      update ${payments} set status = 'cancelled', updated_at = ${now}
      where order_id = ${orderId} and id <> ${paymentId} and status in ('pending', 'processing')
      returning payment_method
    )
    select count(*) as closed_cash from closed where payment_method = 'cash_on_delivery'`,
);

/**
 * The order's side of a success, under its lock: an open order is paid, one that the clock cancelled is taken up again
 * if its stock can be had, one that cannot be served keeps the money in sight for a give-back, and a second payment
 * of a paid order is flagged and leaves the order alone.
 */
export async function markOrderPaid(
  tx: Database,
  payment: LockedPayment,
  outcome: PaidOrderOutcome,
  now: Date,
): Promise<void> {
  const facts = { order: payment.orderNumber, amount: payment.amountPaisa };
  if (outcome === "surplus") return openReview(tx, payment.id, "paid_twice", facts, now);

  const isReinstated = outcome === "reinstate_if_stock" && (await retakeStock(tx, { orderId: payment.orderId, now }));
  const event = isReinstated ? "reinstated" : "paid";
  const [closed] = await PAY_ORDER(tx, {
    orderId: payment.orderId,
    paymentId: payment.id,
    amount: payment.amountPaisa,
    from: payment.orderStatus,
    to: nextOrderState(payment.orderStatus, event) ?? payment.orderStatus,
    now,
  });
  const isOnTheRoad = payment.orderStatus === "shipped" || payment.orderStatus === "delivered";
  if (isOnTheRoad && closed && closed.closedCash > 0) await openReview(tx, payment.id, "do_not_collect", facts, now);
  if (payment.orderStatus === "cancelled" && !isReinstated)
    await openReview(tx, payment.id, "late_success", facts, now);
}
