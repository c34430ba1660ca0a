import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
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
    /** Hash of what the browser brought when it became a guest: the same browser is the same guest, however many tabs ask. */
    guestKey: bytes(),
    disabledAt: timeColumn(),
    /** The second factor's secret, sealed with the shop's own; it counts from its confirmation on. */
    totpSecret: text(),
    totpConfirmedAt: timeColumn(),
    /** The step of the last code that was accepted: none is accepted twice. */
    totpStep: integer(),
    /** The account that a guest signed in to from the same browser: told once, merged once. */
    mergedIntoId: refColumn().references((): AnyPgColumn => users.id),
    /** A deleted account keeps its row for the books, and nothing that names a person. */
    deletedAt: timeColumn(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [
    uniqueIndex("users_one_account_per_email").on(sql`lower(${t.email})`),
    check("users_guests_have_no_email", sql`(${t.isGuest} or ${t.deletedAt} is not null) = (${t.email} is null)`),
    uniqueIndex("users_one_guest_per_browser").on(t.guestKey),
    check("users_only_guests_have_a_key", sql`${t.guestKey} is null or ${t.isGuest}`),
    check("users_only_guests_merge", sql`${t.mergedIntoId} is null or ${t.isGuest}`),
    check(
      "users_deleted_name_nobody",
      sql`${t.deletedAt} is null or (${t.name} = '' and ${t.phone} is null and ${t.passwordHash} is null)`,
    ),
    check("users_second_factor_has_a_secret", sql`${t.totpConfirmedAt} is null or ${t.totpSecret} is not null`),
    index("users_guests_to_sweep")
      .on(t.createdAt)
      .where(sql`${t.isGuest}`),
    index("users_merged_into_id")
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    index("users_staff")
      .on(t.role, t.id)
      .where(sql`${t.role} <> 'customer'`),
    index("users_by_words")
      .using("gin", sql`${t.name} gin_trgm_ops`, sql`${t.email} gin_trgm_ops`)
      .where(sql`not ${t.isGuest}`),
    index("users_by_phone")
      .on(sql`right(${t.phone}, 10)`)
      .where(sql`${t.phone} is not null`),
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
    /** The browser's own words about itself, for the list of places where one is signed in. */
    userAgent: text().notNull().default(""),
    /** When the password was last typed in it: money moves only soon after. */
    confirmedAt: timeColumn(),
    secondFactorAt: timeColumn(),
    createdAt: timeColumn().notNull(),
    expiresAt: timeColumn().notNull(),
  },
  (t) => [index("sessions_user_id").on(t.userId), index("sessions_expires_at").on(t.expiresAt)],
);

/** Where an account wants its things brought; an order keeps a copy. */
export const addresses = pgTable(
  "addresses",
  {
    id: idColumn(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    phone: text().notNull(),
    province: text().notNull().default(""),
    city: text().notNull(),
    area: text().notNull().default(""),
    address: text().notNull(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
  },
  (t) => [index("addresses_user_id").on(t.userId, t.id)],
);

/** One row for each link that was asked for; only the hash of what the mail carries is kept. */
export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: bytes().primaryKey(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    createdAt: timeColumn().notNull(),
    expiresAt: timeColumn().notNull(),
    usedAt: timeColumn(),
  },
  (t) => [index("password_resets_user_id").on(t.userId), index("password_resets_expires_at").on(t.expiresAt)],
);
