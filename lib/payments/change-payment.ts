import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { paymentEvents, payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { kindOfPaymentChange, type MessageKind } from "@/lib/messages/model";
import { tellOrder } from "@/lib/messages/tell-order";
import type { OrderState } from "@/lib/orders/model";
import type { OrderAfterPayment } from "@/lib/payments/order-after-payment";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { type EventInput, insertEvent, type NewEvent } from "@/lib/payments/record-event";

/** What news may change of a payment. */
export type PaymentChanges = Pick<
  PaymentRow,
  | "status"
  | "isSurplus"
  | "responseCode"
  | "responseMessage"
  | "gatewayReference"
  | "gatewayTxnType"
  | "voucherNumber"
  | "expiresAt"
  | "completedAt"
  | "endedAt"
  | "confirmedAt"
  | "calledPending"
  | "giveBackWantedAt"
  | "acceptedPaisa"
  | "lastInquiredAt"
  | "inquiryCount"
  | "unknownCount"
  | "unknownAt"
>;

type ChangeInput = EventInput &
  PaymentChanges & {
    id: number;
    isTaken: boolean;
    by: string;
    orderFrom: OrderState | null;
    orderTo: OrderState | null;
    tells: MessageKind | null;
  };

const CHANGE_PAYMENT = statement<ChangeInput, PaymentRow & { closedCash: number }>(
  (p) => sql`
    with event as (${insertEvent(p)}), changed as (
      update ${payments} set status = ${p.status}, is_surplus = ${p.isSurplus}, response_code = ${p.responseCode},
        response_message = ${p.responseMessage}, gateway_reference = ${p.gatewayReference},
        gateway_txn_type = ${p.gatewayTxnType}, voucher_number = ${p.voucherNumber}, expires_at = ${p.expiresAt},
        completed_at = ${p.completedAt}, ended_at = ${p.endedAt}, confirmed_at = ${p.confirmedAt},
        called_pending = ${p.calledPending}, last_inquired_at = ${p.lastInquiredAt}, inquiry_count = ${p.inquiryCount},
        unknown_count = ${p.unknownCount}, unknown_at = ${p.unknownAt}, accepted_paisa = ${p.acceptedPaisa},
        give_back_wanted_at = ${p.giveBackWantedAt}, updated_at = ${p.now}
      where id = ${p.id} returning *
    ), movement as (
      insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
      select 'customer', 'gateway', coalesce(accepted_paisa, amount_paisa), 'payment', 'payment:' || transaction_id, id, ${p.now}
      from changed where ${p.isTaken}
    ), paid as (
      update ${orders} set paid_paisa = coalesce(changed.accepted_paisa, changed.amount_paisa), payment_status = 'paid', status = ${p.orderTo},
        cancelled_by = case when ${p.orderTo}::order_status = 'cancelled' then cancelled_by end, updated_at = ${p.now}
      from changed where ${orders.id} = changed.order_id and ${p.orderTo}::order_status is not null
      returning ${orders.id}
    ), history as (
      insert into ${orderStatusHistory} (order_id, from_status, to_status, actor, created_at)
      select id, ${p.orderFrom}::order_status, ${p.orderTo}::order_status, ${p.by}, ${p.now}
      from paid where ${p.orderFrom}::order_status <> ${p.orderTo}::order_status
    ), closed as (
      update ${payments} as rival set status = 'cancelled', updated_at = ${p.now}
      from paid where rival.order_id = paid.id and rival.id <> ${p.id} and rival.status in ('pending', 'processing')
      returning rival.id, rival.transaction_id, rival.payment_method
    ), closing as (
      insert into ${paymentEvents} (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after,
        created_at)
      select id, transaction_id, 'shop', false, '{}', 'order_paid_otherwise', 'cancelled', ${p.now} from closed
    ), told as (${tellOrder({
      kind: p.tells,
      subject: sql`changed.id`,
      now: p.now,
      order: sql`bought`,
      paymentId: sql`changed.id`,
      from: sql`changed join ${orders} as bought on bought.id = changed.order_id`,
    })})
    select changed.*, (select count(*) from closed where payment_method = 'cash_on_delivery') as closed_cash
    from changed`,
);

/**
 * The event, the payment's new state, where money was taken its movement, and where it pays the order that order with
 * its history, its other live attempts closed, what the buyer is told: one statement, all or nothing. Tells how many
 * cash ones it closed.
 */
export async function changePayment(
  tx: Database,
  payment: PaymentRow,
  changes: PaymentChanges,
  event: NewEvent,
  order: OrderAfterPayment | null,
  by = "gateway",
): Promise<{ payment: PaymentRow; closedCash: number }> {
  const isTaken = payment.completedAt === null && changes.completedAt !== null;
  const [changed] = await CHANGE_PAYMENT(tx, {
    ...changes,
    ...event,
    fields: JSON.stringify(event.fields),
    id: payment.id,
    isTaken,
    by,
    orderFrom: order?.from ?? null,
    orderTo: order?.to ?? null,
    tells: kindOfPaymentChange(payment, changes),
  });
  if (!changed) throw new Error(`payment ${payment.id} went away under its lock`);
  return { payment: changed, closedCash: changed.closedCash };
}
