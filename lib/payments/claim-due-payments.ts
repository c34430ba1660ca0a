import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { PaymentRow } from "@/lib/payments/payment-view";

/**
 * The gateway attempts whose inquiry is due by their own times, longest-waiting first, each given to one caller only.
 * Due: ten minutes after it was opened; then 10, 20, 40 … at most 360 minutes after the last inquiry; at once when a
 * refused message named it; and an hour after completion, until it has been answered once.
 * `last_inquired_at` moves at the claim, so a caller that dies costs one back-off; rows come back as they were before.
 */
export const claimDuePayments = statement<{ now: Date; most: number }, PaymentRow>(
  ({ now, most }) => sql`
    with due as (
      select * from ${payments}
      where payment_method <> 'cash_on_delivery' and (
        (
          ended_at is null and status in ('pending', 'processing', 'cancelled')
          and case when last_inquired_at is null then created_at + interval '10 minutes'
            else last_inquired_at + least(10 * power(2, least(greatest(inquiry_count, 1), 10) - 1), 360) * interval '1 minute'
            end <= ${now}
        ) or (
          completed_at is null and inquiry_wanted_at is not null
          and inquiry_wanted_at > coalesce(last_inquired_at, '-infinity')
        ) or (
          completed_at is not null and confirmed_at is null and completed_at + interval '1 hour' <= ${now}
          and coalesce(last_inquired_at, '-infinity') + interval '10 minutes' <= ${now}
        )
      )
      order by coalesce(last_inquired_at, created_at) limit ${most} for update skip locked
    ), claimed as (
      update ${payments} as payment set last_inquired_at = ${now} from due where payment.id = due.id
    )
    select * from due`,
);
