import { CORRECT, type Rules, settleOnce } from "./rules";

/** Once failed, always failed: the payer who paid in another tab has paid for nothing. */
export const failureIsFinal: Rules = {
  ...CORRECT,
  settle: (payment, meaning) => {
    if (payment.status !== "failed") settleOnce(payment, meaning);
  },
};
