import { sql } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { statement } from "@/db/statement";

type Asked = {
  now: Date;
  rowIds: number[];
  paymentIds: (number | null)[];
  /** What is said there and here, as JSON. */
  facts: string[];
};

/**
 * Puts rows that differ before a person, one review for each. A payment has one open review of a kind, so that a
 * second row about it is named alone.
 */
export const askAboutRows = statement<Asked, { id: number }>(
  ({ now, rowIds, paymentIds, facts }) => sql`
    insert into ${reviewItems} (kind, payment_id, settlement_row_id, facts, opened_at)
    select 'settlement_differs', case when row_number() over (partition by payment_id order by row_id) = 1 and not exists (
        select from ${reviewItems} as open
        where open.payment_id = asked.payment_id and open.kind = 'settlement_differs' and open.closed_at is null)
      then payment_id end, row_id, facts::jsonb, ${now}
    from unnest(${rowIds}::bigint[], ${paymentIds}::bigint[], ${facts}::text[]) as asked (row_id, payment_id, facts)
    order by row_id
    returning id`,
);
