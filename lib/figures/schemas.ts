import { z } from "zod";
import { isDay, lengthOf, MOST_DAYS, RANGES, ZEROS } from "@/lib/figures/model";
import { StatisticsView } from "@/lib/orders/schemas";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { REVIEW_KINDS } from "@/lib/reviews/model";
import { amountView, timeView } from "@/lib/shared/fields";

const day = z.string().refine(isDay, "must be a day like 2026-11-25");

export const DashboardQuery = z
  .object({
    range: z.enum(RANGES, `must be one of ${RANGES.join(", ")}`).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ from, to }) => !to || from, { path: ["from"], error: "say the first day as well" })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "must not be before the first day" })
  .refine(({ from, to }) => !from || !to || lengthOf({ from, to }) <= MOST_DAYS, {
    path: ["to"],
    error: `must be within ${MOST_DAYS} days`,
  });
export type DashboardQuery = z.infer<typeof DashboardQuery>;

const dayView = z.string().meta({ example: "2026-11-25" });

/** The sum is null where amounts differ: how much the money is that they are about says nothing. */
const ZeroView = z.object({ count: z.int(), amount: amountView.nullable() });

const DayView = z.object({
  day: dayView,
  /** Placed on this day and not cancelled since. */
  orders: z.int(),
  sales: amountView,
  received: z.object({ jazzcash: amountView, jazzcash_wallet: amountView, cash_on_delivery: amountView }),
  received_in_all: amountView,
  given_back: amountView,
});
export type DayView = z.infer<typeof DayView>;

const AttemptsView = z.object({
  attempts: z.int(),
  paid: z.int(),
  /** Of the attempts that came to an end, the part that was paid, from 0 to 1; null where none did. */
  success_rate: z.number().nullable(),
});

export const DashboardView = z.object({
  from: dayView,
  to: dayView,
  zeros: z.object(
    Object.fromEntries(ZEROS.map((zero) => [zero, ZeroView])) as Record<(typeof ZEROS)[number], typeof ZeroView>,
  ),
  reviews_older_than_a_day: z.int(),
  last_proof: z.object({ ran_at: timeView, breaches: z.record(z.string(), z.int()) }).nullable(),
  shop: StatisticsView,
  today: DayView,
  a_week_ago: DayView,
  days: z.array(DayView),
  methods: z.array(AttemptsView.extend({ payment_method: z.enum(PAYMENT_METHODS), open: z.int() })),
  codes: z.array(
    AttemptsView.extend({ code: z.string(), meaning: z.enum(["paid", "declined", "after_sale", "unknown"]) }),
  ),
  /** The same carts at each step: those that had something in them, that became orders (cancelled ones too), that were paid. */
  funnel: z.object({ carts: z.int(), ordered: z.int(), paid: z.int() }),
  cash_on_the_road: z.object({ orders: z.int(), amount: amountView, oldest_shipped_at: timeView.nullable() }),
  cash_collected: z.object({ orders: z.int(), amount: amountView, oldest_day: dayView.nullable() }),
  carts_expiring: z.object({ carts: z.int(), lines: z.int(), amount: amountView }),
  unsettled: z.object({ payments: z.int(), amount: amountView, after_days: z.int() }),
  low_stock: z.object({
    below: z.int(),
    count: z.int(),
    products: z.array(z.object({ item_code: z.string(), name: z.string(), name_ur: z.string(), stock: z.int() })),
  }),
});
export type DashboardView = z.infer<typeof DashboardView>;

export const CaseView = z.object({
  order_id: z.int().nullable(),
  order_number: z.string().nullable(),
  payment_id: z.int().nullable(),
  transaction_id: z.string().nullable(),
  review_id: z.int().nullable(),
  review_kind: z.enum(REVIEW_KINDS).nullable(),
  /** What is known of the question that is open, and the row of a settlement file that it is about. */
  review_facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  settlement_row: z.object({ file_id: z.int(), file_name: z.string(), line: z.int() }).nullable(),
  amount: amountView,
  since: timeView,
});
export type CaseView = z.infer<typeof CaseView>;
