import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { products } from "@/db/schema/catalog";
import { idColumn, paisaColumn, refColumn, sumColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { LOCALES } from "@/lib/users/model";

export const orderStatusEnum = pgEnum("order_status", ORDER_STATES);
export const orderPaymentStatusEnum = pgEnum("order_payment_status", ORDER_PAYMENT_STATES);
export const localeEnum = pgEnum("locale", LOCALES);

export const deliveryZones = pgTable(
  "delivery_zones",
  {
    id: idColumn(),
    city: text().notNull(),
    chargePaisa: paisaColumn().notNull(),
    freeFromPaisa: paisaColumn(),
  },
  (t) => [
    unique("delivery_zones_one_per_city").on(t.city),
    check("delivery_zones_city_in_lower_case", sql`${t.city} = lower(${t.city})`),
    check("delivery_zones_charge_not_negative", sql`${t.chargePaisa} >= 0`),
    check("delivery_zones_threshold_not_negative", sql`${t.freeFromPaisa} >= 0`),
  ],
);

export const discountCodes = pgTable(
  "discount_codes",
  {
    id: idColumn(),
    code: text().notNull(),
    percent: integer(),
    amountPaisa: paisaColumn(),
    startsAt: timeColumn(),
    endsAt: timeColumn(),
    maxUses: integer(),
    maxUsesPerUser: integer(),
    uses: integer().notNull().default(0),
    isActive: boolean().notNull().default(true),
  },
  (t) => [
    uniqueIndex("discount_codes_unique_code").on(sql`lower(${t.code})`),
    check("discount_codes_percent_or_amount", sql`(${t.percent} is null) <> (${t.amountPaisa} is null)`),
    check("discount_codes_percent_in_range", sql`${t.percent} between 1 and 100`),
    check("discount_codes_amount_positive", sql`${t.amountPaisa} > 0`),
    check("discount_codes_uses_within_limit", sql`${t.uses} between 0 and coalesce(${t.maxUses}, 2147483647)`),
  ],
);

export const orders = pgTable(
  "orders",
  {
    id: idColumn(),
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    orderNumber: text().notNull(),
    status: orderStatusEnum().notNull().default("pending"),
    paymentStatus: orderPaymentStatusEnum().notNull().default("unpaid"),
    itemsPaisa: paisaColumn().notNull(),
    deliveryPaisa: paisaColumn().notNull(),
    discountPaisa: paisaColumn().notNull(),
    totalPaisa: paisaColumn().notNull(),
    paidPaisa: sumColumn(),
    refundedPaisa: sumColumn(),
    discountCodeId: refColumn().references(() => discountCodes.id),
    locale: localeEnum().notNull().default("en"),
    customerName: text().notNull().default(""),
    customerPhone: text().notNull().default(""),
    customerEmail: text().notNull().default(""),
    shippingProvince: text().notNull().default(""),
    shippingArea: text().notNull().default(""),
    shippingAddress: text().notNull(),
    shippingCity: text().notNull().default(""),
    shippingPostalCode: text().notNull().default(""),
    notes: text().notNull().default(""),
    courier: text().notNull().default(""),
    trackingNumber: text().notNull().default(""),
    /** When somebody of the shop called the buyer of a cash order, and who. */
    calledAt: timeColumn(),
    calledBy: text(),
    cancelledBy: text(),
    createdAt: timeColumn().notNull(),
    updatedAt: timeColumn().notNull(),
    completedAt: timeColumn(),
  },
  (t) => [
    unique("orders_unique_number").on(t.orderNumber),
    check("orders_total_is_the_sum", sql`${t.totalPaisa} = ${t.itemsPaisa} + ${t.deliveryPaisa} - ${t.discountPaisa}`),
    check(
      "orders_amounts_not_negative",
      sql`least(${t.itemsPaisa}, ${t.deliveryPaisa}, ${t.discountPaisa}, ${t.totalPaisa}, ${t.paidPaisa}, ${t.refundedPaisa}) >= 0`,
    ),
    check("orders_refunds_within_payment", sql`${t.refundedPaisa} <= ${t.paidPaisa}`),
    check(
      "orders_payment_status_follows_money",
      sql`${t.paymentStatus} = case when ${t.paidPaisa} = 0 then 'unpaid' when ${t.refundedPaisa} = 0 then 'paid'
        when ${t.refundedPaisa} < ${t.paidPaisa} then 'partially_refunded' else 'refunded' end::order_payment_status`,
    ),
    check("orders_cancelled_by_somebody", sql`(${t.status} = 'cancelled') = (${t.cancelledBy} is not null)`),
    check("orders_completed_when_delivered", sql`(${t.status} = 'delivered') = (${t.completedAt} is not null)`),
    check("orders_called_by_somebody", sql`(${t.calledAt} is null) = (${t.calledBy} is null)`),
    index("orders_by_number_end").on(sql`reverse(substr(${t.orderNumber}, 5, 8))`),
    index("orders_by_user").on(t.userId, t.id),
    index("orders_created_at").on(t.createdAt),
    index("orders_by_phone").on(sql`right(regexp_replace(${t.customerPhone}, '[^0-9]', '', 'g'), 10)`),
    index("orders_by_phone_end").on(sql`reverse(right(regexp_replace(${t.customerPhone}, '[^0-9]', '', 'g'), 10))`),
    index("orders_by_email").on(sql`lower(${t.customerEmail})`),
    index("orders_by_tracking_number")
      .on(sql`upper(regexp_replace(${t.trackingNumber}, '[[:space:]]', '', 'g'))`)
      .where(sql`${t.trackingNumber} <> ''`),
    index("orders_by_name").using("gin", sql`${t.customerName} gin_trgm_ops`),
    index("orders_by_city").on(sql`lower(${t.shippingCity})`, t.id),
    index("orders_by_stand").on(t.status, t.paymentStatus, t.id),
    index("orders_discount_code_id")
      .on(t.discountCodeId)
      .where(sql`${t.discountCodeId} is not null`),
    index("orders_unpaid")
      .on(t.id)
      .where(sql`${t.status} = 'pending' and ${t.paymentStatus} = 'unpaid'`),
  ],
);

/** Copies of what was bought, which no later change of the catalogue touches. */
export const orderItems = pgTable(
  "order_items",
  {
    id: idColumn(),
    orderId: refColumn()
      .notNull()
      .references(() => orders.id),
    productId: refColumn()
      .notNull()
      .references(() => products.id),
    productItemCode: text().notNull(),
    productName: text().notNull(),
    productNameUr: text().notNull(),
    quantity: integer().notNull(),
    unitPricePaisa: paisaColumn().notNull(),
    /** Pieces of it that came back after delivery. */
    returned: integer().notNull().default(0),
  },
  (t) => [
    unique("order_items_one_line_per_product").on(t.orderId, t.productId),
    check("order_items_quantity_in_range", sql`${t.quantity} between 1 and 1000`),
    check("order_items_price_not_negative", sql`${t.unitPricePaisa} >= 0`),
    check("order_items_returned_within_ordered", sql`${t.returned} between 0 and ${t.quantity}`),
    index("order_items_by_product").on(t.productId, t.orderId),
  ],
);

/** What the shop's people write down about an order for each other. */
export const orderNotes = pgTable(
  "order_notes",
  {
    id: idColumn(),
    orderId: refColumn()
      .notNull()
      .references(() => orders.id),
    text: text().notNull(),
    actor: text().notNull(),
    createdAt: timeColumn().notNull(),
  },
  (t) => [index("order_notes_order_id").on(t.orderId)],
);

/** Append-only by trigger: who moved an order, when and why. */
export const orderStatusHistory = pgTable(
  "order_status_history",
  {
    id: idColumn(),
    orderId: refColumn()
      .notNull()
      .references(() => orders.id),
    fromStatus: orderStatusEnum(),
    toStatus: orderStatusEnum().notNull(),
    actor: text().notNull(),
    notes: text().notNull().default(""),
    createdAt: timeColumn().notNull(),
  },
  (t) => [index("order_status_history_order_id").on(t.orderId)],
);
