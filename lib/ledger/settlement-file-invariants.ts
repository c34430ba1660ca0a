import { sql } from "drizzle-orm";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import { type LedgerInvariant, TAKEN } from "@/lib/ledger/ledger-invariant";

/** Movements by which files move money; those back into an account of JazzCash or a courier count below nothing. */
const BY_FILES = sql`kind in ('settled', 'fee', 'tax', 'settled_back', 'fee_back', 'tax_back')`;
const SIGNED = sql`case when kind in ('settled_back', 'fee_back', 'tax_back') then -amount_paisa else amount_paisa end`;

const part = (kind: string) =>
  sql`coalesce(sum(${SIGNED}) filter (where kind in (${sql.raw(`'${kind}', '${kind}_back'`)})), 0)`;

const TAKEN_ROWS = sql`select * from ${settlementRows} where outcome in ('settled', 'given_back', 'charged')`;

export const settlementFileInvariants: LedgerInvariant[] = [
  {
    name: "taken_rows_have_their_movements",
    sentence:
      "What a row that was taken says of bank, fee and tax is what moved by it, out or back, and by no other row did anything move.",
    of: "row",
    query: sql`
      select coalesce(row.id::text, moved.row_id::text, 'of movement ' || moved.some_movement) as id
      from (${TAKEN_ROWS}) as row full join (
        select settlement_row_id as row_id, min(id) as some_movement, ${part("settled")} as net, ${part("fee")} as fee,
          ${part("tax")} as tax
        from ${moneyMovements} where ${BY_FILES} or settlement_row_id is not null group by settlement_row_id
      ) as moved on moved.row_id = row.id
      where (row.net_paisa, row.fee_paisa, row.tax_paisa)
        is distinct from (coalesce(moved.net, 0), coalesce(moved.fee, 0), coalesce(moved.tax, 0))`,
  },
  {
    name: "accounts_fold_to_files",
    sentence:
      "What bank, fees and taxes got from JazzCash, and from couriers, is what the rows of their files say that were taken.",
    of: "account",
    query: sql`
      select source || ' to ' || account as id from (
        select from_account::text as source, to_account::text as account, amount_paisa as amount from ${moneyMovements}
        union all select to_account::text, from_account::text, -amount_paisa from ${moneyMovements}
        union all select source::text, part.account, -part.amount from (${TAKEN_ROWS}) as row
        cross join lateral (values ('bank', net_paisa), ('fee', fee_paisa), ('tax_withheld', tax_paisa))
          as part (account, amount)
      ) as both_sides
      where source in ('gateway', 'courier') and account in ('bank', 'fee', 'tax_withheld')
      group by source, account having sum(amount) <> 0`,
  },
  {
    name: "no_more_is_paid_out_than_was_taken",
    sentence:
      "No payment is paid out with more than was taken for it, so that no account of others falls below nothing.",
    of: "payment",
    query: sql`
      select payment.id from (
        select movement.payment_id, sum(${SIGNED}) as gross
        from ${moneyMovements} as movement join ${settlementRows} as row on row.id = settlement_row_id
        where ${BY_FILES} and outcome = 'settled' group by movement.payment_id
      ) as moved join ${payments} as payment on payment.id = payment_id
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
