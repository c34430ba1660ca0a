import { CORRECT, type Rules } from "./rules";

/** All that is no success is a failure. */
export const pendingFailed: Rules = {
  ...CORRECT,
  meaningOf: (code) => (CORRECT.meaningOf(code) === "paid" ? "paid" : "failed"),
};
