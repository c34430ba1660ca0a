import { sql } from "drizzle-orm";
import { check, customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { refColumn, timeColumn } from "@/db/schema/columns";
import { roleEnum, users } from "@/db/schema/users";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** An invitation to work in the back office; only the hash of what the mail carries is kept. */
export const invitations = pgTable(
  "invitations",
  {
    tokenHash: bytes().primaryKey(),
    email: text().notNull(),
    role: roleEnum().notNull(),
    invitedBy: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    expiresAt: timeColumn().notNull(),
    acceptedAt: timeColumn(),
  },
  (t) => [
    check("invitations_are_for_staff", sql`${t.role} <> 'customer'`),
    index("invitations_invited_by").on(t.invitedBy),
    index("invitations_by_email").on(sql`lower(${t.email})`),
  ],
);

/** What signs in once in place of the second factor, kept as hashes. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    codeHash: bytes().primaryKey(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    usedAt: timeColumn(),
  },
  (t) => [index("recovery_codes_user_id").on(t.userId)],
);
