import { sql } from "drizzle-orm";
import { moneyMovements, payments } from "@/db/schema/payments";
import { settlementRows } from "@/db/schema/settlements";
import { statement } from "@/db/statement";
import type { SettlementOutcome, SettlementSource } from "@/lib/settlements/model";

type NewRows = {
  fileId: number;
  source: SettlementSource;
  now: Date;
  lines: number[];
  references: string[];
  gross: number[];
  fees: number[];
  taxes: number[];
  nets: number[];
  days: string[];
  outcomes: SettlementOutcome[];
  paymentIds: (number | null)[];
};

/** Rows of a file, the movements of what was paid out, and its payments marked: one statement. */
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
    ), moved as (
      insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
      select kept.source::text::money_account, part.account::money_account, part.amount,
        part.kind::money_movement_kind, part.kind || ':' || payment.transaction_id, payment.id, ${o.now}
      from kept join ${payments} as payment on payment.id = kept.payment_id
      cross join lateral (values
        ('settled', 'bank', net_paisa), ('fee', 'fee', fee_paisa), ('tax', 'tax_withheld', tax_paisa)
      ) as part (kind, account, amount)
      where outcome = 'settled' and part.amount > 0
    ), marked as (
      update ${payments} set settled_at = ${o.now} from kept where ${payments.id} = kept.payment_id and outcome = 'settled'
    )
    select id, line from kept`,
);
