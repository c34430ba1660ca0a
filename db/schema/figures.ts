import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { idColumn, paisaColumn } from "@/db/schema/columns";
import { orderPaymentStatusEnum, orderStatusEnum } from "@/db/schema/orders";
import { movementKindEnum, paymentMethodEnum, paymentStatusEnum } from "@/db/schema/payment-enums";

/**
 * Sums by Pakistan's day, kept right by triggers in the transaction of what they sum. Each change is a row of its own,
 * so that nobody waits for anybody; what a day has is the sum of its rows, and the cron folds them into one.
 */
export const orderFigures = pgTable(
  "order_figures",
  {
    id: idColumn(),
    day: date({ mode: "string" }).notNull(),
    status: orderStatusEnum().notNull(),
    paymentStatus: orderPaymentStatusEnum().notNull(),
    orders: integer().notNull(),
    totalPaisa: paisaColumn().notNull(),
    paidPaisa: paisaColumn().notNull(),
    refundedPaisa: paisaColumn().notNull(),
  },
  (t) => [index("order_figures_day").on(t.day)],
);

/** The same of attempts, by the day on which they were opened. */
export const paymentFigures = pgTable(
  "payment_figures",
  {
    id: idColumn(),
    day: date({ mode: "string" }).notNull(),
    paymentMethod: paymentMethodEnum().notNull(),
    status: paymentStatusEnum().notNull(),
    responseCode: text().notNull(),
    attempts: integer().notNull(),
    amountPaisa: paisaColumn().notNull(),
  },
  (t) => [index("payment_figures_day").on(t.day)],
);

/** The same of money that moved, by the day on which it did. */
export const moneyFigures = pgTable(
  "money_figures",
  {
    id: idColumn(),
    day: date({ mode: "string" }).notNull(),
    kind: movementKindEnum().notNull(),
    paymentMethod: paymentMethodEnum().notNull(),
    movements: integer().notNull(),
    amountPaisa: paisaColumn().notNull(),
  },
  (t) => [index("money_figures_day").on(t.day)],
);

/** Money that was taken and is not paid out by JazzCash or a courier yet, by the day on which the customer paid. */
export const unsettledFigures = pgTable(
  "unsettled_figures",
  {
    id: idColumn(),
    day: date({ mode: "string" }).notNull(),
    paymentMethod: paymentMethodEnum().notNull(),
    payments: integer().notNull(),
    amountPaisa: paisaColumn().notNull(),
  },
  (t) => [index("unsettled_figures_day").on(t.day)],
);

/** How many carts were filled on a day and became no order, counted once when all have had their time: guests are forgotten later. */
export const cartFigures = pgTable("cart_figures", {
  day: date({ mode: "string" }).primaryKey(),
  people: integer().notNull(),
});
