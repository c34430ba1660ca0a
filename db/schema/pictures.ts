import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { refColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** An uploaded picture, known by the hash of its content: the same one twice is one. */
export const pictures = pgTable(
  "pictures",
  {
    hash: text().primaryKey(),
    width: integer().notNull(),
    height: integer().notNull(),
    uploadedBy: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    /** When it was sent last, or a product let go of it: a day later it is thrown away where no product shows it. */
    lastUsedAt: timeColumn().notNull().defaultNow(),
  },
  (t) => [
    check("pictures_known_by_their_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check("pictures_have_a_size", sql`least(${t.width}, ${t.height}) > 0`),
    index("pictures_uploaded_by").on(t.uploadedBy),
    index("pictures_by_last_use").on(t.lastUsedAt),
  ],
);

/** A picture in one width; its bytes are here, or with an S3-compatible store where there is one. */
export const pictureFiles = pgTable(
  "picture_files",
  {
    hash: text()
      .notNull()
      .references(() => pictures.hash),
    width: integer().notNull(),
    bytes: bytes(),
  },
  (t) => [primaryKey({ name: "picture_files_pkey", columns: [t.hash, t.width] })],
);
