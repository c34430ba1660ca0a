import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { paymentEvents, payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { phoneOf } from "@/lib/orders/phone-of";
import type { PaymentMethod, PaymentState } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";

export type NewAttempt = {
  orderId: number;
  userId: number;
  transactionId: string;
  method: PaymentMethod;
  status: PaymentState;
  /** The amount in paisa that the client believes in, or null. */
  amount: number | null;
  now: Date;
  expiresAt: Date | null;
};

/**
 * Opens an attempt for an order that is free for one, with the order locked, and writes down what goes to the gateway.
 * Cash also locks its phone, so that the cash orders of one phone are counted one after the other.
 * No row: something stands in the way, and who asks has to look.
 */
export const insertAttempt = statement<NewAttempt, PaymentRow & { orderNumber: string }>(
  ({ orderId, userId, transactionId, method, status, amount, now, expiresAt }) => sql`
    with free as (
      select id, order_number, total_paisa, ${phoneOf(sql`${orders}`)} as phone from ${orders}
      where id = ${orderId} and user_id = ${userId} and status = 'pending' and payment_status = 'unpaid'
        and total_paisa = coalesce(${amount}, total_paisa)
        and not exists (select from ${payments} where order_id = ${orderId} and status in ('pending', 'processing'))
      for no key update
    ), opened as (
      insert into ${payments} (order_id, transaction_id, payment_method, amount_paisa, status, created_at, updated_at,
        expires_at, sent_expires_at)
      select id, ${transactionId}, ${method}, total_paisa, ${status}, ${now}, ${now}, ${expiresAt}::timestamptz,
        ${expiresAt}::timestamptz from free
      returning *
    ), sent as (
      insert into ${paymentEvents} (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after, created_at)
      select id, transaction_id, (case payment_method when 'jazzcash' then 'form' when 'jazzcash_wallet' then 'wallet'
        else 'shop' end)::payment_event_channel, payment_method <> 'cash_on_delivery',
        jsonb_build_object('pp_TxnRefNo', transaction_id, 'pp_Amount', amount_paisa::text), 'opened', status, ${now}
      from opened
    )
    select opened.*, free.order_number from opened, free
    where case when opened.payment_method = 'cash_on_delivery'
      then pg_advisory_xact_lock(hashtextextended('cash ' || phone, 0)) is not null else true end`,
);
