import { sql } from "drizzle-orm";
import { boolean, check, customType, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { ROLES } from "@/lib/users/model";

export const roleEnum = pgEnum("user_role", ROLES);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const users = pgTable(
  "users",
  {
    id: idColumn(),
    email: text(),
    name: text().notNull(),
    phone: text(),
    role: roleEnum().notNull().default("customer"),
    isGuest: boolean().notNull().default(false),
    passwordHash: text(),
    disabledAt: timeColumn(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [
    uniqueIndex("users_one_account_per_email").on(sql`lower(${t.email})`),
    check("users_guests_have_no_email", sql`${t.isGuest} = (${t.email} is null)`),
    check("users_guests_are_customers", sql`not ${t.isGuest} or ${t.role} = 'customer'`),
  ],
);

/** A session is a row: deleting it signs out at once. Only the hash of the cookie's id is kept. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: bytes().primaryKey(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    expiresAt: timeColumn().notNull(),
  },
  (t) => [index("sessions_user_id").on(t.userId), index("sessions_expires_at").on(t.expiresAt)],
);
