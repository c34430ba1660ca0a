import { sql } from "drizzle-orm";
import { customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A file of products between its dry run and its import, and the hash of what it was shown to change. */
export const productImports = pgTable(
  "product_imports",
  {
    id: idColumn(),
    /** Kept only while it waits to be imported. */
    file: bytes(),
    planHash: text().notNull(),
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
      .where(sql`${t.file} is not null`),
  ],
);
