import { CORRECT, type Rules } from "./rules";

/** "If there is a hash, check it." */
export const emptyHashValid: Rules = {
  ...CORRECT,
  isSigned: (fields, salt, given) => !given || CORRECT.isSigned(fields, salt, given),
};
