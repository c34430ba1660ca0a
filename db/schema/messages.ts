import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { localeEnum, orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from "@/lib/messages/model";

export const messageKindEnum = pgEnum("message_kind", MESSAGE_KINDS);
export const messageChannelEnum = pgEnum("message_channel", MESSAGE_CHANNELS);

/**
 * The outbox: written in the transaction of the event that it tells of, one row for each event, sent after it. The text
 * is made when it is sent; `details` holds what only this row knows and is emptied then.
 */
export const outgoingMessages = pgTable(
  "outgoing_messages",
  {
    id: idColumn(),
    kind: messageKindEnum().notNull(),
    /** What it tells of, as `order_placed:12`: told once. */
    event: text().notNull(),
    channel: messageChannelEnum().notNull(),
    recipient: text().notNull(),
    locale: localeEnum().notNull(),
    userId: refColumn().references(() => users.id),
    orderId: refColumn().references(() => orders.id),
    paymentId: refColumn().references(() => payments.id),
    refundId: refColumn().references(() => refunds.id),
    details: jsonb().$type<Record<string, string>>().notNull().default({}),
    tries: integer().notNull().default(0),
    nextTryAt: timeColumn().notNull(),
    lastError: text().notNull().default(""),
    createdAt: timeColumn().notNull(),
    sentAt: timeColumn(),
    givenUpAt: timeColumn(),
  },
  (t) => [
    unique("outgoing_messages_one_per_event").on(t.event),
    check("outgoing_messages_end_once", sql`${t.sentAt} is null or ${t.givenUpAt} is null`),
    check(
      "outgoing_messages_to_somebody",
      sql`${t.recipient} <> '' or ${t.sentAt} is not null or ${t.givenUpAt} is not null`,
    ),
    index("outgoing_messages_due")
      .on(t.nextTryAt)
      .where(sql`${t.sentAt} is null and ${t.givenUpAt} is null`),
    index("outgoing_messages_user_id")
      .on(t.userId)
      .where(sql`${t.userId} is not null`),
    index("outgoing_messages_order_id")
      .on(t.orderId)
      .where(sql`${t.orderId} is not null`),
    index("outgoing_messages_payment_id")
      .on(t.paymentId)
      .where(sql`${t.paymentId} is not null`),
    index("outgoing_messages_refund_id")
      .on(t.refundId)
      .where(sql`${t.refundId} is not null`),
  ],
);
