import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { statement } from "@/db/statement";

/** What keeps an account from being deleted, and for the sake of which order. */
type Obstacle = { why: "payment_checked" | "order_open" | "refund_owed"; orderId: number; orderNumber: string };

/**
 * The first order of an account that is not over: a payment of it may still come, it is on its way, or its money has
 * to go back. One that was wholly refunded goes no further, whatever it is called.
 */
export const findObstacle = statement<{ userId: number }, Obstacle>(
  ({ userId }) => sql`
    select obstacle.why, ${orders.id} as order_id, ${orders.orderNumber} from ${orders}
    cross join lateral (
      select coalesce(bool_or(payment.status = 'processing'), false) as is_checked,
        coalesce(bool_or(payment.status = 'pending'), false) as is_live,
        coalesce(bool_or(payment.give_back_wanted_at is not null
          or (payment.completed_at is not null and (payment.is_surplus or ${orders.status} = 'cancelled')
            and payment.refunded_paisa < coalesce(payment.accepted_paisa, payment.amount_paisa))
          or exists (select from ${refunds} as refund where refund.payment_id = payment.id and refund.status = 'processing')
        ), false) as is_owed
      from ${payments} as payment where payment.order_id = ${orders.id}
    ) as money
    cross join lateral (
      select case when money.is_checked then 'payment_checked'
        when money.is_owed then 'refund_owed'
        when money.is_live then 'order_open'
        when ${orders.status} not in ('delivered', 'cancelled') and ${orders.paymentStatus} <> 'refunded' then 'order_open'
      end as why
    ) as obstacle
    where ${orders.userId} = ${userId} and obstacle.why is not null
    order by ${orders.id} limit 1`,
);
