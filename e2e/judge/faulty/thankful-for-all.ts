import { CORRECT, type Rules } from "./rules";

/** Answers 000 to everything, so that the gateway leaves it alone. */
export const thankfulForAll: Rules = { ...CORRECT, isThankfulForAll: true };
