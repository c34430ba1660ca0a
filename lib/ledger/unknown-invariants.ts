import { sql } from "drizzle-orm";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { type LedgerInvariant, LIVE } from "@/lib/ledger/ledger-invariant";

const A_DAY_AGO = sql`(select now from clock) - interval '24 hours'`;

export const unknownInvariants: LedgerInvariant[] = [
  {
    name: "attempts_are_known_after_a_day",
    sentence: "A day after an attempt ran out it is known how it ended, or a person is asked.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      where payment_method <> 'cash_on_delivery' and expires_at < ${A_DAY_AGO}
        and (status in ${LIVE} or (status = 'cancelled' and ended_at is null))
        and not exists (select from ${reviewItems} where payment_id = payment.id and closed_at is null)`,
  },
  {
    name: "refunds_are_known_after_a_day",
    sentence: "A day after a refund was begun it is known how it ended, or a person is asked.",
    of: "refund",
    query: sql`
      select refund.id from ${refunds} as refund
      where status = 'processing' and created_at < ${A_DAY_AGO}
        and not exists (
          select from ${reviewItems} as item where item.payment_id = refund.payment_id and closed_at is null)`,
  },
];
