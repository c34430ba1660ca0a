import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { moneyMovements, payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
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
  | "lastInquiredAt"
  | "inquiryCount"
  | "unknownCount"
  | "unknownAt"
>;

const CHANGE_PAYMENT = statement<EventInput & PaymentChanges & { id: number; isTaken: boolean }, PaymentRow>(
  (p) => sql`
    with event as (${insertEvent(p)}), changed as (
      update ${payments} set status = ${p.status}, is_surplus = ${p.isSurplus}, response_code = ${p.responseCode},
        response_message = ${p.responseMessage}, gateway_reference = ${p.gatewayReference},
        gateway_txn_type = ${p.gatewayTxnType}, voucher_number = ${p.voucherNumber}, expires_at = ${p.expiresAt},
        completed_at = ${p.completedAt}, ended_at = ${p.endedAt}, confirmed_at = ${p.confirmedAt},
        called_pending = ${p.calledPending}, last_inquired_at = ${p.lastInquiredAt}, inquiry_count = ${p.inquiryCount},
        unknown_count = ${p.unknownCount}, unknown_at = ${p.unknownAt}, updated_at = ${p.now}
      where id = ${p.id} returning *
    ), movement as (
      insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
      select 'customer', 'gateway', amount_paisa, 'payment', 'payment:' || transaction_id, id, ${p.now}
      from changed where ${p.isTaken}
    )
    select * from changed`,
);

/** The event, the payment's new state and, where money was taken, its movement: one statement, all or nothing. */
export async function changePayment(
  tx: Database,
  payment: PaymentRow,
  changes: PaymentChanges,
  event: NewEvent,
): Promise<PaymentRow> {
  const isTaken = payment.completedAt === null && changes.completedAt !== null;
  const [changed] = await CHANGE_PAYMENT(tx, {
    ...changes,
    ...event,
    fields: JSON.stringify(event.fields),
    id: payment.id,
    isTaken,
  });
  if (!changed) throw new Error(`payment ${payment.id} went away under its lock`);
  return changed;
}
