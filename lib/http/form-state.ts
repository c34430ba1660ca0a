import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import type { ErrorCode } from "@/lib/shared/errors";

/** What is wrong with a discount code that was valid once. */
export const CODE_PROBLEMS = ["expired", "used_up", "used_before"] as const;

/** Why an order cannot be paid in cash. */
const CASH_PROBLEMS = ["too_large", "too_many_open"] as const;

const REASONS = [...CODE_PROBLEMS, ...CASH_PROBLEMS, "taken"] as const;

/** What is wrong with one field, in a word that the page translates. */
export type FieldProblem = "required" | "invalid" | "too_long" | (typeof REASONS)[number];

/** The word for a refusal's reason. */
export const problemOf = (reason: string | undefined): FieldProblem =>
  REASONS.find((one) => one === reason) ?? "invalid";

type RefusedProduct = { product_item_code: string; product_name: string; product_name_ur?: string; available?: number };

/** Why the shop refused the whole form. `unreachable` is said by the browser itself. */
export type FormProblem = {
  code: ErrorCode | "unreachable";
  products?: RefusedProduct[];
  available?: number;
  expected_total?: string;
  total_amount?: string;
  /** The payment that is to be waited for. */
  transaction_id?: string;
  /** How an order stands that somebody else changed, and what they did. */
  version?: string;
  order_status?: OrderState;
  payment_status?: OrderPaymentState;
  status_history?: { to_status: OrderState; actor: string; by?: string; notes: string; created_at: string }[];
  /** What somebody else has changed since the form was opened. */
  changes?: { field: string; seen: string; now: string; row?: number; item_code?: string }[];
  /** The order for whose sake it is refused. */
  in_the_way?: { why: string; order_id: number; order_number: string };
};

/** What a form knows after it was sent: all that was typed (no secrets), and what is to be changed. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, FieldProblem>;
  problem: FormProblem | null;
  /** When it was done, where the form stays on its page. */
  doneAt?: string;
};

export const UNTOUCHED: FormState = { values: {}, errors: {}, problem: null };
