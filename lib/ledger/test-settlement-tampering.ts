import { sql } from "drizzle-orm";
import { NOON } from "@/db/test-fixtures";
import { run, type Tamperings, unguarded } from "@/lib/ledger/test-tampering";

/** One more row of the file, with what the settled one says and this instead. */
const anotherRow = (id: number, outcome: string, gross: number) => sql`
  insert into settlement_rows (file_id, source, line, reference, gross_paisa, fee_paisa, tax_paisa, net_paisa, settled_on,
    outcome, payment_id)
  select file_id, source, 99, reference, ${gross}, 0, 0, ${gross}, settled_on, ${outcome}::settlement_outcome, payment_id
  from settlement_rows where payment_id = ${id} and outcome = 'settled'`;

/** One more movement out of JazzCash's account, which no row says. */
const anotherMovement = (id: number) => sql`
  insert into money_movements (from_account, to_account, amount_paisa, kind, reference, payment_id, created_at)
  select 'gateway', 'bank', 1, 'settled', 'settled:another', id, ${NOON} from payments where id = ${id}`;

const changeRows = (id: number, outcome: string, changes: string) => sql`
  update settlement_rows set ${sql.raw(changes)} where payment_id = ${id} and outcome = ${outcome}::settlement_outcome`;

export const settlementTamperings: Tamperings = {
  taken_rows_have_their_movements: {
    too: ["accounts_fold_to_files"],
    ways: [
      run((ids) => changeRows(ids.settled, "settled", "fee_paisa = fee_paisa + 1, net_paisa = net_paisa - 1")),
      run((ids) => changeRows(ids.settled, "settled", "tax_paisa = 0, net_paisa = net_paisa + tax_paisa")),
      run((ids) => changeRows(ids.partly, "given_back", "fee_paisa = fee_paisa - 1, net_paisa = net_paisa + 1")),
      run((ids) => changeRows(ids.cash, "charged", "fee_paisa = fee_paisa + 1, net_paisa = net_paisa - 1")),
    ],
  },
  accounts_fold_to_files: {
    too: ["movements_fit_their_method", "taken_rows_have_their_movements"],
    ways: [run((ids) => anotherMovement(ids.settled))],
  },
  no_more_is_paid_out_than_was_taken: {
    too: ["money_figures_add_up"],
    ways: [
      unguarded(
        "money_movements",
        (ids) => sql`
          update money_movements set amount_paisa = amount_paisa + 1 where payment_id = ${ids.settled} and kind = 'settled'`,
        (ids) => changeRows(ids.settled, "settled", "net_paisa = net_paisa + 1, gross_paisa = gross_paisa + 1"),
      ),
    ],
  },
  settled_payments_are_marked: {
    ways: [
      run((ids) => sql`update payments set settled_at = null where id = ${ids.settled}`),
      run((ids) => sql`update payments set settled_at = ${NOON} where id = ${ids.paid}`),
    ],
  },
  differences_were_asked_about: {
    ways: [
      run(() => sql`delete from review_items where settlement_row_id is not null`),
      run((ids) => anotherRow(ids.settled, "differing", 1)),
    ],
  },
  only_refunds_are_taken_back: {
    too: ["accounts_fold_to_files", "taken_rows_have_their_movements"],
    ways: [run((ids) => anotherRow(ids.settled, "given_back", -100_000))],
  },
};
