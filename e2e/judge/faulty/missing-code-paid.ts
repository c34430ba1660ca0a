import { CORRECT, type Rules } from "./rules";

/** "Greater than 000 is an error": what is missing or no number is not greater. */
export const missingCodePaid: Rules = {
  ...CORRECT,
  meaningOf: (code) => (Number(code ?? "") > 0 ? CORRECT.meaningOf(code) : "paid"),
};
