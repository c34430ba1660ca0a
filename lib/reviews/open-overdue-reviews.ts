import { sql } from "drizzle-orm";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { statement } from "@/db/statement";
import type { Ctx } from "@/lib/shared/context";

/** Rows that somebody settles at this moment are left to them: what they find out closes nothing that is opened later. */
const OPEN_OVERDUE = statement<{ now: Date }, never>(
  ({ now }) => sql`
    with attempt as (
      select id, jsonb_build_object('status', status, 'amount', amount_paisa, 'last_asked', last_inquired_at) as facts
      from ${payments}
      where payment_method <> 'cash_on_delivery' and ended_at is null and status in ('pending', 'processing', 'cancelled')
        and expires_at + interval '24 hours' <= ${now}
      for share skip locked
    ), refund as (
      select payment_id, jsonb_build_object('refund', id, 'amount', amount_paisa) as facts
      from ${refunds} where status = 'processing' and created_at + interval '24 hours' <= ${now}
      for share skip locked
    )
    insert into ${reviewItems} (kind, payment_id, facts, opened_at)
    select 'payment_unknown'::review_kind, id, facts, ${now} from attempt
    union all
    select 'refund_unknown', payment_id, facts, ${now} from refund
    on conflict do nothing`,
);

/** What has been unknown for more than a day is given to a person; the gateway is asked all the same. */
export const openOverdueReviews = async ({ db, now }: Ctx): Promise<void> => void (await OPEN_OVERDUE(db, { now }));
