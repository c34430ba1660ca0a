import { CORRECT, type Rules, settleOnce } from "./rules";

/** A unique index and nobody who expects it: the gateway's second try is answered with 500. */
export const repeatBreaks: Rules = {
  ...CORRECT,
  settle: (payment, meaning) => {
    if (payment.status === "paid") throw new Error("duplicate key");
    settleOnce(payment, meaning);
  },
};
