import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgEnum, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import { SETTLEMENT_OUTCOMES, SETTLEMENT_SOURCES } from "@/lib/settlements/model";

export const settlementSourceEnum = pgEnum("settlement_source", SETTLEMENT_SOURCES);
export const settlementOutcomeEnum = pgEnum("settlement_outcome", SETTLEMENT_OUTCOMES);

/** How a source calls the columns of its files: said once, remembered. */
export const settlementColumns = pgTable("settlement_columns", {
  source: settlementSourceEnum().primaryKey(),
  names: jsonb().$type<Record<string, string>>().notNull(),
  updatedAt: timeColumn().notNull(),
});

/** A file of JazzCash or of a courier that says what was paid out; the same one twice is one. */
export const settlementFiles = pgTable(
  "settlement_files",
  {
    id: idColumn(),
    source: settlementSourceEnum().notNull(),
    contentHash: text().notNull(),
    name: text().notNull(),
    uploadedBy: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    unique("settlement_files_each_once").on(t.source, t.contentHash),
    index("settlement_files_uploaded_by").on(t.uploadedBy),
  ],
);

/** One row of such a file and what it was matched to. */
export const settlementRows = pgTable(
  "settlement_rows",
  {
    id: idColumn(),
    fileId: refColumn()
      .notNull()
      .references(() => settlementFiles.id),
    source: settlementSourceEnum().notNull(),
    line: integer().notNull(),
    reference: text().notNull(),
    grossPaisa: paisaColumn().notNull(),
    feePaisa: paisaColumn().notNull(),
    taxPaisa: paisaColumn().notNull(),
    netPaisa: paisaColumn().notNull(),
    settledOn: date({ mode: "string" }).notNull(),
    outcome: settlementOutcomeEnum().notNull(),
    paymentId: refColumn().references(() => payments.id),
  },
  (t) => [
    unique("settlement_rows_one_per_line").on(t.fileId, t.line),
    uniqueIndex("settlement_rows_settled_once")
      .on(t.paymentId)
      .where(sql`${t.outcome} = 'settled'`),
    check("settlement_rows_add_up", sql`${t.grossPaisa} = ${t.netPaisa} + ${t.feePaisa} + ${t.taxPaisa}`),
    check(
      "settlement_rows_amounts_of_one_sign",
      sql`case when ${t.grossPaisa} < 0 then greatest(${t.feePaisa}, ${t.taxPaisa}, ${t.netPaisa}) <= 0
        else least(${t.feePaisa}, ${t.taxPaisa}, ${t.netPaisa}) >= 0 end`,
    ),
    check("settlement_rows_matched_or_missing", sql`(${t.outcome} = 'missing_here') = (${t.paymentId} is null)`),
    index("settlement_rows_payment_id")
      .on(t.paymentId)
      .where(sql`${t.paymentId} is not null`),
    index("settlement_rows_settled_on").on(t.source, t.settledOn),
  ],
);
