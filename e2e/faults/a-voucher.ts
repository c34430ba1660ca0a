import type { Database } from "@/db/client";
import { anAttempt, gateway, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { COMPLETED, DROPPED, PENDING } from "@/e2e/faults/lying-gateway";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { verifyPayment } from "@/lib/payments/verify-payment";

export const MINUTES_A_DAY = 24 * 60;

/** When a voucher's life is over, in minutes after noon. */
export const VOUCHER_END = 5 + MINUTES_A_DAY;

/** What an inquiry says of a voucher. */
export const OF_A_VOUCHER = {
  waiting: { ...PENDING, pp_PaymentResponseCode: "124", pp_TxnType: "OTC" },
  paid: { ...COMPLETED, pp_TxnType: "OTC" },
  ended: { ...DROPPED, pp_PaymentResponseCode: "116", pp_TxnType: "OTC" },
};

let made = 0;
export const newVoucherNumber = (): string => `2611254${String(++made).padStart(5, "0")}`;

/** Somebody has chosen to pay at a counter, five minutes after noon, and was given a number. */
export async function aVoucher(db: Database) {
  const ctx = await somebody(db);
  const attempt = await anAttempt(ctx);
  const number = newVoucherNumber();
  const says = (pp_ResponseCode: string) => ({ pp_ResponseCode, pp_TxnType: "OTC", pp_RetreivalReferenceNo: number });
  await receiveNotice(gateway(db, later(NOON, 5)), returned(attempt.payment, says("124")), "return");
  return {
    ctx,
    ...attempt,
    number,
    /** The gateway's server says so, so many minutes after noon. */
    tell: (code: string, minutes: number) =>
      receiveNotice(gateway(db, later(NOON, minutes)), notified(attempt.payment, says(code)), "callback"),
    ask: (minutes: number) => verifyPayment(laterOn(ctx, minutes), attempt.payment),
  };
}
