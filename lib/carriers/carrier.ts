/** What becomes of a message that was handed over. `again`: it may be tried later; `refused`: it never will be taken. */
export type Handover = { kind: "taken" } | { kind: "again" | "refused"; reason: string };

const MOST_KEPT = 300;

/** Why, in one line and without the address or number, which the row has already. */
export const reasonOf = (words: string): string =>
  words
    .replace(/[^\s<>]+@[^\s<>]+/g, "…")
    .replace(/\+?\d{9,}/g, "…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST_KEPT);
