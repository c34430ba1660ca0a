import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { PaymentRow } from "@/lib/payments/payment-view";

const backOff = (count: SQL) =>
  sql`least(10 * power(2, least(greatest(${count}, 1), 10) - 1), 360) * interval '1 minute'`;
const BACK_OFF = backOff(sql`inquiry_count`);

const REFUND_IS_DUE = ({ now }: { now: unknown }) => sql`
  coalesce(${refunds.lastInquiredAt} + ${backOff(sql`${refunds.inquiryCount}`)}, ${refunds.createdAt} + interval '10 minutes')
    <= ${now}`;

const IS_DUE = ({ now }: { now: unknown }) => sql`
  payment_method <> 'cash_on_delivery' and (
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
    ) or id = any(array(
      select ${refunds.paymentId} from ${refunds} where ${refunds.status} = 'processing' and ${REFUND_IS_DUE({ now })}
    ))
  )`;

const LOCK_DUE = statement<{ now: Date; most: number }, PaymentRow>(
  ({ now, most }) => sql`
    select * from ${payments} where ${IS_DUE({ now })}
    order by completed_at is not null, coalesce(last_inquired_at, created_at) limit ${most} for update skip locked`,
);

/** Looked at once more under the lock: another may have claimed a refund between the look and the lock. */
const MARK_CLAIMED = statement<{ ids: number[]; now: Date }, { id: number }>(
  ({ ids, now }) => sql`
    with claimed as (
      update ${payments} set last_inquired_at = ${now}, inquiry_count = inquiry_count + 1
      where id = any(${ids}::bigint[]) and ${IS_DUE({ now })} returning id
    ), asked as (
      update ${refunds} set last_inquired_at = ${now}, inquiry_count = inquiry_count + 1
      where payment_id in (select id from claimed) and status = 'processing'
    )
    select id from claimed`,
);

/**
 * The gateway attempts whose inquiry is due by their own times, live ones first, longest-waiting first, each given to
 * one caller only. Due: ten minutes after it was opened; then 10, 20, 40 … at most 360 minutes after the last inquiry;
 * at once when a refused message named it; an hour after completion, until it has been answered once; and while a
 * refund of it is under way, as if that were an attempt.
 * The claim itself moves `last_inquired_at` and counts, so a caller that dies costs one back-off; rows come back as
 * they were before.
 */
export async function claimDuePayments(
  db: Database,
  { now, most }: { now: Date; most: number },
): Promise<PaymentRow[]> {
  const all: PaymentRow[] = [];
  for (;;) {
    const wanted = most - all.length;
    const { locked, claimed } = await db.transaction((tx) => claim(tx, { now, most: wanted }));
    all.push(...claimed);
    if (locked < wanted || all.length === most) return all;
  }
}

async function claim(tx: Database, input: { now: Date; most: number }) {
  const due = await LOCK_DUE(tx, input);
  if (due.length === 0) return { locked: 0, claimed: [] };
  const marked = await MARK_CLAIMED(tx, { ids: due.map(({ id }) => id), now: input.now });
  const ids = new Set(marked.map(({ id }) => id));
  return { locked: due.length, claimed: due.filter(({ id }) => ids.has(id)) };
}
