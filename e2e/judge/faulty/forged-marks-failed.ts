import { CORRECT, type Rules } from "./rules";

/** A bad hash ends the payment, even a paid one. */
export const forgedMarksFailed: Rules = {
  ...CORRECT,
  whenForged: (payment) => {
    payment.status = "failed";
  },
};
