import type { ErrorCode } from "@/lib/shared/errors";

/** What is wrong with a discount code that was valid once. */
export const CODE_PROBLEMS = ["expired", "used_up", "used_before"] as const;

/** What is wrong with one field, in a word that the page translates. */
export type FieldProblem = "required" | "invalid" | "too_long" | (typeof CODE_PROBLEMS)[number];

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
