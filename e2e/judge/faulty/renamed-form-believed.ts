import { CORRECT, type Rules } from "./rules";

/** Checks the hash and everything that is named, and lets any other name and an & pass. */
export const renamedFormBelieved: Rules = { ...CORRECT, isWellFormed: () => true };
