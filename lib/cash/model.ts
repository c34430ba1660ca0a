/** What came of calling the buyer of a cash order. */
export const CALL_OUTCOMES = ["reached", "not_reached"] as const;

/** Where the cash of an order is: the courier has still to collect it, or to pay it out. */
export const CASH_PLACES = ["on_the_road", "collected"] as const;
export type CashPlace = (typeof CASH_PLACES)[number];

/** How the note of a call begins that reached nobody. */
export const NOT_REACHED = "Called: not reached.";
