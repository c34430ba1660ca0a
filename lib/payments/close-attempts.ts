import { sql } from "drizzle-orm";
import { paymentEvents, payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";

export type ClosingReason = "method_changed" | "order_cancelled";

/** The shop closes the live attempts of a locked order, and writes down why. Money may still come: they stay asked about. */
export const closeAttempts = statement<{ orderId: number; why: ClosingReason; now: Date }, never>(
  ({ orderId, why, now }) => sql`
    with closed as (
      update ${payments} set status = 'cancelled', updated_at = ${now}
      where order_id = ${orderId} and status in ('pending', 'processing') returning id, transaction_id
    )
    insert into ${paymentEvents} (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after, created_at)
    select id, transaction_id, 'shop', false, '{}', ${why}, 'cancelled', ${now} from closed`,
);
