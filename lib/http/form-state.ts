import type { ErrorCode } from "@/lib/shared/errors";

/** What is wrong with one field, in a word that the page translates. */
export type FieldProblem = "required" | "invalid" | "too_long";

type RefusedProduct = { product_item_code: string; product_name: string; available?: number };

/** Why the shop refused the whole form. `unreachable` is said by the browser itself. */
export type FormProblem = {
  code: ErrorCode | "unreachable";
  products?: RefusedProduct[];
  available?: number;
  expected_total?: string;
  total_amount?: string;
};

/** What a form knows after it was sent: all that was typed (no secrets), and what is to be changed. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, FieldProblem>;
  problem: FormProblem | null;
};

export const UNTOUCHED: FormState = { values: {}, errors: {}, problem: null };
