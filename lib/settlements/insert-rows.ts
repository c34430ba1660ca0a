import { sql } from "drizzle-orm";
import { settlementRows } from "@/db/schema/settlements";
import { statement } from "@/db/statement";
import type { SettlementOutcome } from "@/lib/settlements/model";
import { markSettled, moveRows } from "@/lib/settlements/move-rows";
import type { SaidRows } from "@/lib/settlements/said-rows";

type NewRows = SaidRows & {
  now: Date;
  outcomes: SettlementOutcome[];
  paymentIds: (number | null)[];
};

/** Rows of a file, the movements of what was paid out or taken back, and its payments marked: one statement. */
export const insertRows = statement<NewRows, { id: number; line: number }>(
  (o) => sql`
    with said as (
      select * from unnest(${o.lines}::int[], ${o.references}::text[], ${o.gross}::bigint[], ${o.fees}::bigint[],
        ${o.taxes}::bigint[], ${o.nets}::bigint[], ${o.days}::text[], ${o.outcomes}::text[],
        ${o.paymentIds}::bigint[])
        as said (line, reference, gross, fee, tax, net, day, outcome, payment_id)
    ), kept as (
      insert into ${settlementRows} (file_id, source, line, reference, gross_paisa, fee_paisa, tax_paisa, net_paisa,
        settled_on, outcome, payment_id)
      select ${o.fileId}::bigint, ${o.source}::settlement_source, line, reference, gross, fee, tax, net, day::date,
        outcome::settlement_outcome, payment_id from said order by line
      returning *
    ), moved as (${moveRows(o.now)}), marked as (${markSettled(o.now)})
    select id, line from kept`,
);
