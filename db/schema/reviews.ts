import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { payments } from "@/db/schema/payments";
import { settlementRows } from "@/db/schema/settlements";
import { users } from "@/db/schema/users";
import { REVIEW_KINDS } from "@/lib/reviews/model";

export const reviewKindEnum = pgEnum("review_kind", REVIEW_KINDS);

/** What needs a person. One open item of a kind for a payment. */
export const reviewItems = pgTable(
  "review_items",
  {
    id: idColumn(),
    kind: reviewKindEnum().notNull(),
    /** What it is about: a payment, or a row of a settlement file that belongs to none. */
    paymentId: refColumn().references(() => payments.id),
    settlementRowId: refColumn().references(() => settlementRows.id),
    facts: jsonb().$type<Record<string, string | number | null>>().notNull(),
    openedAt: timeColumn().notNull(),
    /** Who has taken it on. */
    ownerId: refColumn().references(() => users.id),
    /** When the administrators were last written to because nobody had closed it. */
    warnedAt: timeColumn(),
    closedAt: timeColumn(),
    closedBy: text(),
    resolution: text(),
  },
  (t) => [
    uniqueIndex("review_items_one_open_of_a_kind")
      .on(t.paymentId, t.kind)
      .where(sql`${t.closedAt} is null`),
    check(
      "review_items_closed_by_somebody_with_words",
      sql`num_nulls(${t.closedAt}, ${t.closedBy}, ${t.resolution}) in (0, 3)`,
    ),
    check("review_items_about_something", sql`num_nonnulls(${t.paymentId}, ${t.settlementRowId}) > 0`),
    uniqueIndex("review_items_one_per_settlement_row").on(t.settlementRowId),
    index("review_items_payment_id").on(t.paymentId),
    index("review_items_owner_id")
      .on(t.ownerId)
      .where(sql`${t.ownerId} is not null`),
  ],
);
