import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";
import type { ImportPlanView } from "@/lib/imports/schemas";

/** A file of products, and what it was shown to change. */
export const productImports = pgTable(
  "product_imports",
  {
    id: idColumn(),
    /** Which file it was: SHA-256 of its bytes. */
    fileHash: text().notNull().default(""),
    planHash: text().notNull(),
    /** What was shown; kept only while it waits to be imported. */
    plan: jsonb().$type<ImportPlanView>(),
    uploadedBy: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    importedAt: timeColumn(),
  },
  (t) => [
    index("product_imports_uploaded_by").on(t.uploadedBy),
    index("product_imports_waiting")
      .on(t.createdAt)
      .where(sql`${t.plan} is not null`),
  ],
);

/** One row of a file that waits: what it says, and what that was shown to change of the product that it names. */
export const productImportRows = pgTable(
  "product_import_rows",
  {
    importId: refColumn()
      .notNull()
      .references(() => productImports.id),
    /** As a spreadsheet counts them, the head being the first. */
    line: integer().notNull(),
    itemCode: text().notNull(),
    said: jsonb().notNull(),
    productId: bigint({ mode: "number" }),
    changes: jsonb(),
  },
  (t) => [primaryKey({ name: "product_import_rows_pkey", columns: [t.importId, t.line] })],
);
