import { sql } from "drizzle-orm";
import { moneyMovements, payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import { type LedgerInvariant, TAKEN } from "@/lib/ledger/ledger-invariant";

const paidOut = (kind: string) => sql`coalesce(sum(amount_paisa) filter (where kind = ${sql.raw(`'${kind}'`)}), 0)`;

/** What moved out of the accounts of JazzCash and couriers for each payment. */
const PAID_OUT = sql`
  select payment_id, ${paidOut("settled")} as net, ${paidOut("fee")} as fee, ${paidOut("tax")} as tax,
    sum(amount_paisa) as gross
  from ${moneyMovements} where kind in ('settled', 'fee', 'tax') group by payment_id`;

export const settlementFileInvariants: LedgerInvariant[] = [
  {
    name: "settled_rows_have_their_movements",
    sentence: "What a settled row says of bank, fee and tax is what moved for its payment, and nothing else did.",
    of: "payment",
    query: sql`
      select coalesce(row.payment_id, moved.payment_id) as id
      from (select * from ${settlementRows} where outcome = 'settled') as row
      full join (${PAID_OUT}) as moved on moved.payment_id = row.payment_id
      where (row.net_paisa, row.fee_paisa, row.tax_paisa) is distinct from (moved.net, moved.fee, moved.tax)
        and not (row.gross_paisa = 0 and moved.payment_id is null)`,
  },
  {
    name: "no_more_is_paid_out_than_was_taken",
    sentence:
      "No payment is paid out with more than was taken for it, so that no account of others falls below nothing.",
    of: "payment",
    query: sql`
      select payment.id from (${PAID_OUT}) as moved join ${payments} as payment on payment.id = payment_id
      where moved.gross > case when payment.status in ${TAKEN} then coalesce(accepted_paisa, amount_paisa) else 0 end`,
  },
  {
    name: "settled_payments_are_marked",
    sentence: "A payment counts as settled where a row settled it, and only there.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment
      left join ${settlementRows} as row on row.payment_id = payment.id and row.outcome = 'settled'
      where (settled_at is null) <> (row.id is null)`,
  },
  {
    name: "differences_were_asked_about",
    sentence: "Each row of a settlement file that we do not know, or know otherwise, was put before a person.",
    of: "row",
    query: sql`
      select row.id from ${settlementRows} as row
      where outcome in ('missing_here', 'differing') and not exists (
        select from ${reviewItems} as item where item.settlement_row_id = row.id and kind = 'settlement_differs')`,
  },
  {
    name: "only_refunds_are_taken_back",
    sentence: "A settlement file takes back no refund that was not made, and none twice.",
    of: "payment",
    query: sql`
      select row.payment_id as id from ${settlementRows} as row where outcome = 'given_back'
      group by row.payment_id, gross_paisa
      having count(*) > (
        select count(*) from ${refunds} as refund
        where refund.payment_id = row.payment_id and refund.status = 'completed'
          and refund.amount_paisa = -row.gross_paisa)`,
  },
];
