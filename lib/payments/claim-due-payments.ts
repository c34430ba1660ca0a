import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { PaymentRow } from "@/lib/payments/payment-view";

const BACK_OFF = sql`least(10 * power(2, least(greatest(inquiry_count, 1), 10) - 1), 360) * interval '1 minute'`;

const LOCK_DUE = statement<{ now: Date; most: number }, PaymentRow>(
  ({ now, most }) => sql`
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
    order by completed_at is not null, coalesce(last_inquired_at, created_at) limit ${most} for update skip locked`,
);

const MARK_CLAIMED = statement<{ ids: number[]; now: Date }, never>(
  ({ ids, now }) => sql`
    update ${payments} set last_inquired_at = ${now}, inquiry_count = inquiry_count + 1
    where id = any(${ids}::bigint[])`,
);

/**
 * The gateway attempts whose inquiry is due by their own times, live ones first, longest-waiting first, each given to
 * one caller only. Due: ten minutes after it was opened; then 10, 20, 40 … at most 360 minutes after the last inquiry;
 * at once when a refused message named it; and an hour after completion, until it has been answered once.
 * The claim itself moves `last_inquired_at` and counts, so a caller that dies costs one back-off; rows come back as
 * they were before.
 */
export async function claimDuePayments(db: Database, input: { now: Date; most: number }): Promise<PaymentRow[]> {
  return db.transaction(async (tx) => {
    const due = await LOCK_DUE(tx, input);
    if (due.length > 0) await MARK_CLAIMED(tx, { ids: due.map((payment) => payment.id), now: input.now });
    return due;
  });
}
