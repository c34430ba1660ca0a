import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { tellOrder } from "@/lib/messages/tell-order";
import { closeReviews } from "@/lib/reviews/close-reviews";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import { takenOf } from "@/lib/payments/model";
import { stateAfterRefund } from "@/lib/refunds/model";
import { type EventInput, insertEvent, type NewEvent } from "@/lib/payments/record-event";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { addPaisa } from "@/lib/shared/money";

type CompleteInput = EventInput & { id: number; gatewayCode: string | null; gatewayMessage: string | null };

const COMPLETE_REFUND = statement<CompleteInput, RefundRow>(
  (p) => sql`
    with event as (${insertEvent(p)}), done as (
      update ${refunds} set status = 'completed', completed_at = ${p.now}, updated_at = ${p.now},
        gateway_code = ${p.gatewayCode}, gateway_message = ${p.gatewayMessage}
      where id = ${p.id} and status = 'processing' returning *
    ), changed as (
      update ${payments} as payment set refunded_paisa = refunded_paisa + done.amount_paisa,
        status = ${p.statusAfter}, updated_at = ${p.now}
      from done where payment.id = done.payment_id returning payment.*
    ), movement as (
      insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, refund_id,
        created_at)
      select (case done.way when 'cash' then 'courier' else 'gateway' end)::money_account, 'customer', done.amount_paisa,
        (case done.way when 'cash' then 'cash_returned' else 'refund' end)::money_movement_kind, 'refund:' || done.id,
        done.payment_id, done.id, ${p.now}
      from done
    ), given as (
      update ${orders} as "order" set refunded_paisa = "order".refunded_paisa + done.amount_paisa,
        payment_status = (case when "order".refunded_paisa + done.amount_paisa < "order".paid_paisa
          then 'partially_refunded' else 'refunded' end)::order_payment_status,
        updated_at = ${p.now}
      from done, changed where "order".id = changed.order_id and not changed.is_surplus
    ), told as (${tellOrder({
      kind: "refund_completed",
      subject: sql`done.id`,
      now: p.now,
      order: sql`bought`,
      paymentId: sql`changed.id`,
      refundId: sql`done.id`,
      from: sql`done join changed on changed.id = done.payment_id join ${orders} as bought on bought.id = changed.order_id`,
    })})
    select * from done`,
);

export type RefundEvent = Omit<NewEvent, "paymentId" | "transactionId" | "statusAfter" | "refusal" | "decision">;

/**
 * The money of a refund under way is back with the customer: the refund, the payment, its movement and its order in one
 * statement, under the locks of order and payment. A surplus payment leaves its order's sums alone. What has been
 * waiting for this money to go back is settled by it.
 */
export async function completeRefund(
  tx: Database,
  payment: LockedPayment,
  refund: RefundRow,
  event: RefundEvent & { gatewayCode: string | null; gatewayMessage: string | null; by: string },
): Promise<RefundRow> {
  const { by, gatewayCode, gatewayMessage, ...record } = event;
  const statusAfter = stateAfterRefund(takenOf(payment), addPaisa(payment.refundedPaisa, refund.amountPaisa));
  const [done] = await COMPLETE_REFUND(tx, {
    ...record,
    id: refund.id,
    paymentId: payment.id,
    transactionId: payment.transactionId,
    fields: JSON.stringify(record.fields),
    decision: "refund_completed",
    refusal: null,
    statusAfter,
    gatewayCode,
    gatewayMessage,
  });
  if (!done) throw new Error(`refund ${refund.id} was no longer under way under its payment's lock`);
  const settled = { by, resolution: `Refund ${refund.id} was completed.`, now: event.now };
  await closeReviews(tx, payment.id, ["refund_unknown"], settled);
  if (statusAfter === "refunded") {
    await closeReviews(tx, payment.id, ["late_success", "paid_twice", "give_back_stuck"], settled);
  }
  return done;
}
