import { CORRECT, type Rules } from "./rules";

/** PHP's `==` and `strcmp`: true equals any text, and so does a list. */
export const looselyCompared: Rules = {
  ...CORRECT,
  isWellFormed: (entries) => CORRECT.isWellFormed(entries.filter(([name]) => !name.startsWith("pp_SecureHash"))),
  isSigned: (fields, salt, given) =>
    given === true || "pp_SecureHash[]" in fields || Array.isArray(given) || CORRECT.isSigned(fields, salt, given),
};
