import { sql } from "drizzle-orm";
import { settlementRows } from "@/db/schema/settlements";
import { statement } from "@/db/statement";
import type { SettlementOutcome } from "@/lib/settlements/model";
import { markSettled, moveRows } from "@/lib/settlements/move-rows";

type Rematched = { id: number; outcome: SettlementOutcome; paymentId: number | null; now: Date };

/** A row that did not fit as it is decided now, with the money that it moves and its payment marked: one statement. */
export const rematchRow = statement<Rematched, { id: number }>(
  ({ id, outcome, paymentId, now }) => sql`
    with kept as (
      update ${settlementRows} set outcome = ${outcome}::settlement_outcome, payment_id = ${paymentId}::bigint
      where id = ${id} returning *
    ), moved as (${moveRows(now)}), marked as (${markSettled(now)})
    select id from kept`,
);
