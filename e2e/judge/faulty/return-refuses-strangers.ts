import { CORRECT, type Rules } from "./rules";

/** A guard against other sites' forms stands in front of the return, too: the payer who has just paid gets a 403. */
export const returnRefusesStrangers: Rules = { ...CORRECT, atReturn: "refuse" };
