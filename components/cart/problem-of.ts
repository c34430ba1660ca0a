import { CartRefusal } from "@/components/cart/cart-api";
import type { FormProblem } from "@/lib/http/form-state";
import { ERROR_STATUS, type ErrorCode } from "@/lib/shared/errors";

const isErrorCode = (code: string): code is ErrorCode => code in ERROR_STATUS;

/** A door's refusal as the pages say it. */
export function problemOf(error: Error): FormProblem {
  if (!(error instanceof CartRefusal)) return { code: "internal_error" };
  const { code, available } = error;
  return { code: code === "unreachable" || isErrorCode(code) ? code : "internal_error", available };
}
