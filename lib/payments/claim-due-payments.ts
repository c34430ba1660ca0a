import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { PaymentRow } from "@/lib/payments/payment-view";

const BACK_OFF = sql`least(10 * power(2, least(greatest(inquiry_count, 1), 10) - 1), 360) * interval '1 minute'`;

/**
 * The gateway attempts whose inquiry is due by their own times, live ones first, longest-waiting first, each given to
 * one caller only. Due: ten minutes after it was opened; then 10, 20, 40 … at most 360 minutes after the last inquiry;
 * at once when a refused message named it; and an hour after completion, until it has been answered once.
 * The claim itself moves `last_inquired_at` and counts, so a caller that dies costs one back-off; rows come back as
 * they were before.
 */
export const claimDuePayments = statement<{ now: Date; most: number }, PaymentRow>(
  ({ now, most }) => sql`
    with due as (
      select * from ${payments}
      where payment_method <> 'cash_on_delivery' and (
        (
          ended_at is null and status in ('pending', 'processing', 'cancelled')
          and coalesce(last_inquired_at + ${BACK_OFF}, created_at + interval '10 minutes') <= ${now}
        ) or (
          completed_at is null and inquiry_wanted_at > coalesce(last_inquired_at, '-infinity')
          and inquiry_wanted_at <= ${now}
        ) or (
          completed_at is not null and confirmed_at is null and completed_at + interval '1 hour' <= ${now}
          and (
            last_inquired_at is null or last_inquired_at < completed_at + interval '1 hour'
            or last_inquired_at + ${BACK_OFF} <= ${now}
          )
        )
      )
      order by completed_at is not null, coalesce(last_inquired_at, created_at) limit ${most} for update skip locked
    ), claimed as (
      update ${payments} as payment set last_inquired_at = ${now}, inquiry_count = payment.inquiry_count + 1
      from due where payment.id = due.id
    )
    select * from due`,
);
