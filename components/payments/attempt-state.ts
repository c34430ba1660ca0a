import { isVoucherOpen, type PaymentState } from "@/lib/payments/model";
import type { SearchedPaymentView } from "@/lib/payments/schemas";

type Attempt = Pick<SearchedPaymentView, "status" | "voucher_number" | "expires_at">;

/** An attempt's state as its word has it: one with a voucher waits for its customer, and for nobody's check. */
export function attemptState(
  { status, voucher_number: voucherNumber, expires_at }: Attempt,
  now: Date,
): PaymentState | "voucher" {
  const expiresAt = expires_at === null ? null : new Date(expires_at);
  return isVoucherOpen({ status, voucherNumber, expiresAt }, now) ? "voucher" : status;
}
