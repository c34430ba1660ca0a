import { CORRECT, type Rules, settleOnce } from "./rules";

/** The last message wins. */
export const failureOverwrites: Rules = {
  ...CORRECT,
  settle: (payment, meaning) => {
    if (meaning === "failed") payment.status = "failed";
    else settleOnce(payment, meaning);
  },
};
