import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { statement } from "@/db/statement";
import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import { isTaken } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { Locale } from "@/lib/users/model";

export type LockedPayment = PaymentRow & {
  orderNumber: string;
  orderStatus: OrderState;
  orderPaymentStatus: OrderPaymentState;
  orderCancelledBy: string | null;
  orderLocale: Locale;
  /** Another attempt that the gateway reference in question belongs to. */
  referenceOwner: number | null;
  /** A person is asked about its amount: until they have answered, no message settles it. */
  isAmountDisputed: boolean;
  /** Another attempt of the order is live. */
  hasLiveRival: boolean;
};

type Standing = Pick<LockedPayment, "isAmountDisputed" | "hasLiveRival">;

/** The order is locked first, then the payment: the one order in which money's locks are taken. */
const LOCK = statement<{ transactionId: string; gatewayReference: string | null }, Omit<LockedPayment, keyof Standing>>(
  ({ transactionId, gatewayReference }) => sql`
    with locked as (
      select * from ${orders}
      where id = (select order_id from ${payments} where transaction_id = ${transactionId})
      for no key update
    )
    select payment.*, locked.order_number, locked.status as order_status, locked.payment_status as order_payment_status,
      locked.cancelled_by as order_cancelled_by, locked.locale as order_locale,
      (select id from ${payments} where gateway_reference = ${gatewayReference} and transaction_id <> ${transactionId})
        as reference_owner
    from locked join ${payments} as payment on payment.order_id = locked.id
    where payment.transaction_id = ${transactionId} for update of payment`,
);

/** Looked at under the lock, in a statement of its own: the one that waited for it sees the time before. */
const STANDING = statement<{ id: number; orderId: number }, Standing>(
  ({ id, orderId }) => sql`
    select
      exists (select from ${reviewItems} where payment_id = ${id} and kind = 'amount_differs' and closed_at is null)
        as is_amount_disputed,
      exists (select from ${payments} where order_id = ${orderId} and id <> ${id} and status in ('pending', 'processing'))
        as has_live_rival`,
);

const UNDISPUTED: Standing = { isAmountDisputed: false, hasLiveRival: false };

/** Locks an attempt with its order. One that is untouched, or done, has no standing to ask about. */
export async function lockPayment(
  tx: Database,
  transactionId: string,
  gatewayReference: string | null = null,
): Promise<LockedPayment | null> {
  const [row] = await LOCK(tx, { transactionId, gatewayReference });
  if (!row) return null;
  if (row.status === "pending" || isTaken(row.status)) return { ...row, ...UNDISPUTED };
  const [standing = UNDISPUTED] = await STANDING(tx, { id: row.id, orderId: row.orderId });
  return { ...row, ...standing };
}

/** The same by the id that an address names. */
export async function lockPaymentById(tx: Database, id: number): Promise<LockedPayment | null> {
  const [named] = await tx.select({ transactionId: payments.transactionId }).from(payments).where(eq(payments.id, id));
  return named ? lockPayment(tx, named.transactionId) : null;
}
