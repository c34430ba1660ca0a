import { setTimeout as after } from "node:timers/promises";
import { CORRECT, type Rules } from "./rules";

/** Reads, thinks, writes: without a lock, two that come together both find the payment unpaid. */
export const settlesTwiceAtOnce: Rules = {
  ...CORRECT,
  settle: async (payment, meaning) => {
    const found = payment.status;
    await after(100);
    if (found !== "paid" && meaning === "paid") payment.received += Number(payment.form.pp_Amount);
    if (found !== "paid") payment.status = meaning === "unknown" ? "processing" : meaning;
  },
};
