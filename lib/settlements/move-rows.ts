import { type SQL, sql } from "drizzle-orm";
import { moneyMovements } from "@/db/schema/movements";
import { payments } from "@/db/schema/payments";

/**
 * As SQL, the movements of rows that were just kept as `kept`: each part out of the account of JazzCash or the courier,
 * or back into it where it is below nothing. A payment is settled under one reference; all others have their row's.
 */
export const moveRows = (now: unknown): SQL => sql`
  insert into ${moneyMovements} (from_account, to_account, amount_paisa, kind, reference, payment_id, settlement_row_id,
    created_at)
  select case when part.amount > 0 then theirs else part.account end,
    case when part.amount > 0 then part.account else theirs end, abs(part.amount), part.kind::money_movement_kind,
    part.kind || ':' || case when outcome = 'settled' then payment.transaction_id else 'row:' || kept.id end,
    kept.payment_id, kept.id, ${now}
  from kept left join ${payments} as payment on payment.id = kept.payment_id
  cross join lateral (select kept.source::text::money_account as theirs) as source
  cross join lateral (
    select said.amount, said.account::money_account as account,
      said.kind || case when said.amount < 0 then '_back' else '' end as kind
    from (values ('settled', 'bank', net_paisa), ('fee', 'fee', fee_paisa), ('tax', 'tax_withheld', tax_paisa))
      as said (kind, account, amount)
  ) as part
  where outcome in ('settled', 'given_back', 'charged') and part.amount <> 0`;

/** As SQL, the payments of such rows marked as paid out. */
export const markSettled = (now: unknown): SQL => sql`
  update ${payments} set settled_at = ${now} from kept where ${payments.id} = kept.payment_id and outcome = 'settled'`;
