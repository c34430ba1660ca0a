import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import { SETTLEMENT_OUTCOMES, SETTLEMENT_SOURCES } from "@/lib/settlements/model";

export const settlementSourceEnum = pgEnum("settlement_source", SETTLEMENT_SOURCES);
export const settlementOutcomeEnum = pgEnum("settlement_outcome", SETTLEMENT_OUTCOMES);

/** How a source calls the columns of its files: said once for each set of headings, remembered. */
export const settlementColumns = pgTable(
  "settlement_columns",
  {
    source: settlementSourceEnum().notNull(),
    /** A hash of all the headings of such files; empty where a source had one kind of file alone. */
    headings: text().notNull().default(""),
    names: jsonb().$type<Record<string, string>>().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [primaryKey({ name: "settlement_columns_pkey", columns: [t.source, t.headings] })],
);

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
      "settlement_rows_signs_go_together",
      sql`case when ${t.grossPaisa} < 0 then ${t.netPaisa} <= 0 else least(${t.feePaisa}, ${t.taxPaisa}) >= 0 end`,
    ),
    check(
      "settlement_rows_matched_or_missing",
      sql`${t.grossPaisa} = 0 or (${t.outcome} = 'missing_here') = (${t.paymentId} is null)`,
    ),
    index("settlement_rows_charges")
      .on(sql`upper(regexp_replace(${t.reference}, '[[:space:]]', '', 'g'))`)
      .where(sql`${t.grossPaisa} = 0`),
    index("settlement_rows_payment_id")
      .on(t.paymentId)
      .where(sql`${t.paymentId} is not null`),
    index("settlement_rows_settled_on").on(t.source, t.settledOn),
  ],
);
