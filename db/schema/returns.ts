import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { orderItems, orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import { REFUND_DECISIONS } from "@/lib/refunds/model";

export const refundDecisionEnum = pgEnum("refund_decision", REFUND_DECISIONS);

/** Lines of a delivered order that came back, as one piece of work with the money given back for them. */
export const returns = pgTable(
  "returns",
  {
    id: idColumn(),
    orderId: refColumn()
      .notNull()
      .references(() => orders.id),
    refundId: refColumn().references(() => refunds.id),
    reason: text().notNull(),
    actor: text().notNull(),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    index("returns_order_id").on(t.orderId),
    index("returns_refund_id")
      .on(t.refundId)
      .where(sql`${t.refundId} is not null`),
  ],
);

export const returnLines = pgTable(
  "return_lines",
  {
    returnId: refColumn()
      .notNull()
      .references(() => returns.id),
    orderItemId: refColumn()
      .notNull()
      .references(() => orderItems.id),
    quantity: integer().notNull(),
    /** Whether the pieces can be sold again. */
    isRestocked: boolean().notNull(),
  },
  (t) => [
    primaryKey({ name: "return_lines_pkey", columns: [t.returnId, t.orderItemId] }),
    check("return_lines_quantity_positive", sql`${t.quantity} > 0`),
    index("return_lines_order_item_id").on(t.orderItemId),
  ],
);

/** The pieces whose price a refund gives back; they count unless it was refused. */
export const refundLines = pgTable(
  "refund_lines",
  {
    refundId: refColumn()
      .notNull()
      .references(() => refunds.id),
    orderItemId: refColumn()
      .notNull()
      .references(() => orderItems.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "refund_lines_pkey", columns: [t.refundId, t.orderItemId] }),
    check("refund_lines_quantity_positive", sql`${t.quantity} > 0`),
    index("refund_lines_order_item_id").on(t.orderItemId),
  ],
);

/** A refund that waits for a second administrator. */
export const refundRequests = pgTable(
  "refund_requests",
  {
    id: idColumn(),
    paymentId: refColumn()
      .notNull()
      .references(() => payments.id),
    amountPaisa: paisaColumn().notNull(),
    reason: text().notNull(),
    /** Order items to take back with it: `[{ order_item_id, quantity, is_restocked }]`. */
    lines: jsonb().$type<{ order_item_id: number; quantity: number; is_restocked: boolean }[]>().notNull(),
    requestedBy: refColumn()
      .notNull()
      .references(() => users.id),
    requestedAt: timeColumn().notNull(),
    decidedBy: refColumn().references(() => users.id),
    decidedAt: timeColumn(),
    decision: refundDecisionEnum(),
    refundId: refColumn().references(() => refunds.id),
  },
  (t) => [
    uniqueIndex("refund_requests_one_open_per_payment")
      .on(t.paymentId)
      .where(sql`${t.decidedAt} is null`),
    check("refund_requests_amount_positive", sql`${t.amountPaisa} > 0`),
    check(
      "refund_requests_decided_by_somebody",
      sql`num_nulls(${t.decidedBy}, ${t.decidedAt}, ${t.decision}) in (0, 3)`,
    ),
    check(
      "refund_requests_approved_by_another",
      sql`${t.decision} <> 'approved' or ${t.decidedBy} <> ${t.requestedBy}`,
    ),
    index("refund_requests_payment_id").on(t.paymentId),
    index("refund_requests_requested_by").on(t.requestedBy),
    index("refund_requests_decided_by")
      .on(t.decidedBy)
      .where(sql`${t.decidedBy} is not null`),
    index("refund_requests_refund_id")
      .on(t.refundId)
      .where(sql`${t.refundId} is not null`),
  ],
);
