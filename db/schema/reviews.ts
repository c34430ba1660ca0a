import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { payments } from "@/db/schema/payments";
import { REVIEW_KINDS } from "@/lib/reviews/model";

export const reviewKindEnum = pgEnum("review_kind", REVIEW_KINDS);

/** What needs a person. One open item of a kind for a payment. */
export const reviewItems = pgTable(
  "review_items",
  {
    id: idColumn(),
    kind: reviewKindEnum().notNull(),
    paymentId: refColumn()
      .notNull()
      .references(() => payments.id),
    facts: jsonb().$type<Record<string, string | number | null>>().notNull(),
    openedAt: timeColumn().notNull(),
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
    index("review_items_payment_id").on(t.paymentId),
  ],
);
