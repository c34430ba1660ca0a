import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { accountEnum, movementKindEnum } from "@/db/schema/payment-enums";
import { payments, refunds } from "@/db/schema/payments";
import { settlementRows } from "@/db/schema/settlements";

/** Append-only by trigger: each rupee that moves is one row, written with the state that it explains. */
export const moneyMovements = pgTable(
  "money_movements",
  {
    id: idColumn(),
    fromAccount: accountEnum().notNull(),
    toAccount: accountEnum().notNull(),
    amountPaisa: paisaColumn().notNull(),
    kind: movementKindEnum().notNull(),
    reference: text().notNull(),
    /** Null where a courier charges for a parcel that belongs to no payment of ours. */
    paymentId: refColumn().references(() => payments.id),
    refundId: refColumn().references(() => refunds.id),
    /** The row of a settlement file that says so, where one does. */
    settlementRowId: refColumn().references(() => settlementRows.id),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    unique("money_movements_unique_reference").on(t.reference),
    check("money_movements_amount_positive", sql`${t.amountPaisa} > 0`),
    check("money_movements_between_two_accounts", sql`${t.fromAccount} <> ${t.toAccount}`),
    check("money_movements_of_something", sql`num_nonnulls(${t.paymentId}, ${t.settlementRowId}) > 0`),
    index("money_movements_payment_id").on(t.paymentId),
    index("money_movements_refund_id")
      .on(t.refundId)
      .where(sql`${t.refundId} is not null`),
    index("money_movements_settlement_row_id")
      .on(t.settlementRowId)
      .where(sql`${t.settlementRowId} is not null`),
  ],
);
