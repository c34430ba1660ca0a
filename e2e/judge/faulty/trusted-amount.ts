import { agreesWith, CORRECT, type Rules } from "./rules";

/** Computes the amount of the message and never compares it. */
export const trustedAmount: Rules = { ...CORRECT, isAboutThis: agreesWith };
