import { z } from "zod";
import { CALL_OUTCOMES, CASH_PLACES } from "@/lib/cash/model";
import { ERROR_STATUS, type ErrorCode } from "@/lib/shared/errors";
import { amountView, PageQuery, textField, timeView, wholeNumber } from "@/lib/shared/fields";

export const RecordCallInput = z.object({
  outcome: z.enum(CALL_OUTCOMES, `must be one of ${CALL_OUTCOMES.join(", ")}`).default("reached"),
  notes: textField(1000).default(""),
});
export type RecordCallInput = z.infer<typeof RecordCallInput> & { orderId: number };

const MOST_AT_ONCE = 100;
const paymentId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

export const RecordManyInput = z.object({
  payment_ids: z.array(paymentId, "must be a list of payments").min(1, "name a payment").max(MOST_AT_ONCE),
});
export type RecordManyInput = z.infer<typeof RecordManyInput>;

const CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

export const RecordedView = z.object({
  recorded: z.array(z.int()),
  refused: z.array(z.object({ payment_id: z.int(), code: z.enum(CODES) })),
});
export type RecordedView = z.infer<typeof RecordedView>;

export const ListCashQuery = PageQuery.extend({
  place: z.enum(CASH_PLACES).default("on_the_road"),
  courier: textField(80).optional(),
});
export type ListCashQuery = z.infer<typeof ListCashQuery>;

/** Cash that is not the shop's yet, and for how many days. */
export const CashView = z.object({
  payment_id: z.int(),
  order_id: z.int(),
  order_number: z.string(),
  status: z.string(),
  courier: z.string(),
  tracking_number: z.string(),
  amount: amountView,
  since: timeView,
  days: z.int(),
});
export type CashView = z.infer<typeof CashView>;

export const CashSumView = z.object({
  courier: z.string(),
  on_the_road: z.object({ orders: z.int(), amount: amountView, oldest_days: z.int() }),
  collected: z.object({ orders: z.int(), amount: amountView, oldest_days: z.int() }),
});
export type CashSumView = z.infer<typeof CashSumView>;
