import { eq, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { paymentEvents, payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { recordAudit } from "@/lib/audit/record-audit";
import { tellOrder } from "@/lib/messages/tell-order";
import { requireVersion } from "@/lib/orders/require-version";
import type { Seen } from "@/lib/orders/model";
import { lockPayment } from "@/lib/payments/lock-payment";
import { isTaken } from "@/lib/payments/model";
import { type PaymentRow, paymentView } from "@/lib/payments/payment-view";
import type { PaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireStaff } from "@/lib/shared/require-role";

/** Locked payments, their movements and their orders: one statement, all or nothing. */
export const collectCash = statement<{ ids: number[]; notes: string; now: Date }, PaymentRow>(
  ({ ids, notes, now }) => sql`
    with collected as (
      update ${payments} set status = 'completed', completed_at = ${now}, ended_at = ${now}, updated_at = ${now},
        notes = ${notes}
      where id = any(${ids}::bigint[]) returning *
    ), event as (
      insert into ${paymentEvents} (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after,
        created_at)
      select id, transaction_id, 'shop', false, '{}', 'cash_recorded', status, ${now} from collected
    ), movement as (
      insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
      select 'customer', 'courier', amount_paisa, 'cash_collected', 'payment:' || transaction_id, id, ${now}
      from collected
    ), paid as (
      update ${orders} set paid_paisa = collected.amount_paisa, payment_status = 'paid', updated_at = ${now}
      from collected where ${orders.id} = collected.order_id
    ), told as (${tellOrder({
      kind: "payment_received",
      subject: sql`collected.id`,
      now,
      order: sql`bought`,
      paymentId: sql`collected.id`,
      from: sql`collected join ${orders} as bought on bought.id = collected.order_id`,
    })})
    select * from collected`,
);

/** Staff have the cash of an order in hand: its payment is complete, the order paid. Refused twice and for JazzCash. */
export async function recordCash(
  ctx: UserCtx,
  input: { paymentId: number; notes?: string } & Seen,
): Promise<PaymentView> {
  const { now, actor } = ctx;
  requireStaff(actor);
  return ctx.db.transaction(async (tx) => {
    const [named] = await tx
      .select({ transactionId: payments.transactionId })
      .from(payments)
      .where(eq(payments.id, input.paymentId));
    const payment = named && (await lockPayment(tx, named.transactionId));
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    await requireVersion(tx, payment.orderId, input.ifMatch);
    if (payment.paymentMethod !== "cash_on_delivery" || isTaken(payment.status)) {
      throw new AppError("payment_not_recordable", "No cash is expected for this payment.");
    }
    if (payment.orderPaymentStatus !== "unpaid")
      throw new AppError("order_already_paid", "This order is paid already.");
    if (payment.status !== "pending") throw new AppError("payment_not_recordable", "This payment was closed.");

    const [completed] = await collectCash(tx, { ids: [payment.id], notes: input.notes ?? "", now });
    await recordAudit(tx, ctx, "payment.record_cash", `payment:${payment.id}`);
    if (!completed) throw new Error("the payment went away under its lock");
    return paymentView(completed);
  });
}
