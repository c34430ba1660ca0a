import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { idColumn, paisaColumn, refColumn, sumColumn, timeColumn } from "@/db/schema/columns";
import { orders } from "@/db/schema/orders";
import * as enums from "@/db/schema/payment-enums";

export const payments = pgTable(
  "payments",
  {
    id: idColumn(),
    orderId: refColumn()
      .notNull()
      .references(() => orders.id),
    transactionId: text().notNull(),
    paymentMethod: enums.paymentMethodEnum().notNull(),
    amountPaisa: paisaColumn().notNull(),
    /** What was really taken, where a person accepted another amount than was asked for. */
    acceptedPaisa: paisaColumn(),
    refundedPaisa: sumColumn(),
    status: enums.paymentStatusEnum().notNull().default("pending"),
    isSurplus: boolean().notNull().default(false),
    responseCode: text(),
    responseMessage: text(),
    gatewayReference: text(),
    gatewayTxnType: text(),
    voucherNumber: text(),
    lastInquiredAt: timeColumn(),
    inquiryCount: integer().notNull().default(0),
    /** A refused message named this attempt: the next inquiry is due at once. */
    inquiryWantedAt: timeColumn(),
    /** Inquiries after expiry that knew nothing of it, ten minutes or more apart; three end it. */
    unknownCount: integer().notNull().default(0),
    unknownAt: timeColumn(),
    /** A signed message called it pending once: silence alone never ends it then. */
    calledPending: boolean().notNull().default(false),
    /** Nothing more is to be asked about it: the gateway ended it, or knows nothing of it. */
    endedAt: timeColumn(),
    confirmedAt: timeColumn(),
    /** Its money belongs to no order that will be served: the next reconciliation sends it back. */
    giveBackWantedAt: timeColumn(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
    expiresAt: timeColumn(),
    /** `pp_TxnExpiryDateTime` as it was sent: a voucher moves the attempt's own end, and a form must stay the same. */
    sentExpiresAt: timeColumn(),
    notes: text().notNull().default(""),
    completedAt: timeColumn(),
    /** When a settlement file first said that JazzCash or the courier has paid it out. */
    settledAt: timeColumn(),
  },
  (t) => [
    unique("payments_unique_transaction_id").on(t.transactionId),
    uniqueIndex("payments_unique_gateway_reference").on(t.gatewayReference),
    uniqueIndex("payments_one_live_per_order")
      .on(t.orderId)
      .where(sql`${t.status} in ('pending', 'processing')`),
    uniqueIndex("payments_one_counted_per_order")
      .on(t.orderId)
      .where(sql`${t.status} in ('completed', 'partially_refunded', 'refunded') and not ${t.isSurplus}`),
    check("payments_amount_positive", sql`${t.amountPaisa} > 0`),
    check(
      "payments_refunds_within_amount",
      sql`${t.refundedPaisa} between 0 and coalesce(${t.acceptedPaisa}, ${t.amountPaisa})`,
    ),
    check(
      "payments_status_follows_refunds",
      sql`case when ${t.refundedPaisa} = 0 then ${t.status} not in ('partially_refunded', 'refunded')
        else ${t.status} = case when ${t.refundedPaisa} < coalesce(${t.acceptedPaisa}, ${t.amountPaisa}) then 'partially_refunded' else 'refunded' end::payment_status end`,
    ),
    check(
      "payments_completed_has_its_time",
      sql`(${t.status} in ('completed', 'partially_refunded', 'refunded')) = (${t.completedAt} is not null)`,
    ),
    check(
      "payments_only_cash_never_expires",
      sql`(${t.paymentMethod} = 'cash_on_delivery') = (${t.expiresAt} is null)`,
    ),
    check(
      "payments_cash_is_never_asked_about",
      sql`${t.paymentMethod} <> 'cash_on_delivery' or (${t.lastInquiredAt} is null and ${t.status} not in ('processing', 'failed', 'expired'))`,
    ),
    check("payments_surplus_was_taken", sql`not ${t.isSurplus} or ${t.completedAt} is not null`),
    index("payments_order_id").on(t.orderId, t.id),
    index("payments_by_time").on(t.createdAt, t.id),
    index("payments_by_state").on(t.status, t.createdAt, t.id),
    index("payments_by_code").on(t.responseCode, t.createdAt, t.id),
    index("payments_by_voucher")
      .on(t.voucherNumber)
      .where(sql`${t.voucherNumber} is not null`),
    index("payments_surplus")
      .on(t.createdAt, t.id)
      .where(sql`${t.isSurplus}`),
    index("payments_to_inquire")
      .on(t.createdAt)
      .where(
        sql`${t.paymentMethod} <> 'cash_on_delivery' and ${t.endedAt} is null and ${t.status} in ('pending', 'processing', 'cancelled')`,
      ),
    index("payments_inquiry_wanted")
      .on(t.inquiryWantedAt)
      .where(sql`${t.completedAt} is null and ${t.inquiryWantedAt} > coalesce(${t.lastInquiredAt}, '-infinity')`),
    index("payments_to_confirm")
      .on(t.completedAt)
      .where(
        sql`${t.paymentMethod} <> 'cash_on_delivery' and ${t.confirmedAt} is null and ${t.completedAt} is not null`,
      ),
    check(
      "payments_accepted_amount_was_taken",
      sql`${t.acceptedPaisa} is null or (${t.acceptedPaisa} > 0 and ${t.completedAt} is not null)`,
    ),
    check("payments_given_back_was_taken", sql`${t.giveBackWantedAt} is null or ${t.completedAt} is not null`),
    index("payments_to_settle")
      .on(t.completedAt)
      .where(sql`${t.completedAt} is not null and ${t.settledAt} is null`),
    index("payments_to_give_back")
      .on(t.giveBackWantedAt)
      .where(sql`${t.giveBackWantedAt} is not null`),
  ],
);

/** Append-only by trigger: every message to or from the gateway, masked, and what the shop did itself, with what was decided. */
export const paymentEvents = pgTable(
  "payment_events",
  {
    id: idColumn(),
    paymentId: refColumn().references(() => payments.id),
    transactionId: text(),
    channel: enums.eventChannelEnum().notNull(),
    isOutgoing: boolean().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    decision: text().notNull(),
    refusal: text(),
    /** The payment's state from here on, where this changed it: folding these gives `payments.status`. */
    statusAfter: enums.paymentStatusEnum(),
    createdAt: timeColumn().notNull(),
  },
  (t) => [index("payment_events_payment_id").on(t.paymentId)],
);

export const refunds = pgTable(
  "refunds",
  {
    id: idColumn(),
    paymentId: refColumn()
      .notNull()
      .references(() => payments.id),
    amountPaisa: paisaColumn().notNull(),
    way: enums.refundWayEnum().notNull(),
    status: enums.refundStatusEnum().notNull().default("processing"),
    reason: text().notNull(),
    gatewayCode: text(),
    gatewayMessage: text(),
    actor: text().notNull(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
    completedAt: timeColumn(),
    lastInquiredAt: timeColumn(),
    inquiryCount: integer().notNull().default(0),
  },
  (t) => [
    check("refunds_amount_positive", sql`${t.amountPaisa} > 0`),
    check("refunds_completed_has_its_time", sql`(${t.status} = 'completed') = (${t.completedAt} is not null)`),
    uniqueIndex("refunds_one_processing_per_payment")
      .on(t.paymentId)
      .where(sql`${t.status} = 'processing'`),
    index("refunds_payment_id").on(t.paymentId),
  ],
);
