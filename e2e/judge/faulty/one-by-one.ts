import { CORRECT, type Rules } from "./rules";

/** Reads one body after the other, however long that takes. */
export const oneByOne: Rules = { ...CORRECT, isOneByOne: true };
