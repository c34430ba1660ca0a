import { CORRECT, type Rules, settleOnce } from "./rules";

/** Books every success, also the one that it has booked. */
export const settlesTwice: Rules = {
  ...CORRECT,
  settle: (payment, meaning) => {
    if (meaning === "paid" && payment.status === "paid") payment.received += Number(payment.form.pp_Amount);
    settleOnce(payment, meaning);
  },
};
