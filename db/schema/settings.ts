import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable } from "drizzle-orm/pg-core";
import { paisaColumn } from "@/db/schema/columns";

/** What the merchant has decided of how the shop works: one row, there from the first migration that has it. */
export const shopSettings = pgTable(
  "shop_settings",
  {
    isOnly: boolean().primaryKey().default(true),
    /** The largest order that may be paid in cash. */
    cashLimitPaisa: paisaColumn()
      .notNull()
      .default(sql`20000000`),
    /** How many cash orders one phone may have open; null for no limit. */
    openCashPerPhone: integer(),
    /** Cash orders are confirmed by phone before work on them begins. */
    cashNeedsCall: boolean().notNull().default(false),
    /** Refunds above this need a second administrator; null for none. */
    approvalAbovePaisa: paisaColumn(),
    unsettledAfterDays: integer().notNull().default(5),
    lowStockBelow: integer().notNull().default(5),
  },
  (t) => [
    check("shop_settings_are_one_row", sql`${t.isOnly}`),
    check(
      "shop_settings_in_range",
      sql`least(${t.cashLimitPaisa}, ${t.approvalAbovePaisa}, ${t.lowStockBelow}) >= 0
        and least(${t.openCashPerPhone}, ${t.unsettledAfterDays}) >= 1`,
    ),
  ],
);
