/** Why a product has more or fewer pieces than before. Orders are no reason: they only move pieces from stock to sold. */
export const STOCK_CHANGE_KINDS = [
  "opening",
  "received",
  "counted",
  "damaged",
  "returned",
  "lost",
  "imported",
  "direct",
] as const;
export type StockChangeKind = (typeof STOCK_CHANGE_KINDS)[number];

/** By hand these are not written down without a word of why. */
export const needsReason = (kind: StockChangeKind): boolean => kind === "damaged" || kind === "returned";

/** Why somebody of the shop may change a stock by hand. */
export const STOCK_REASONS = ["counted", "received", "damaged", "returned"] as const satisfies StockChangeKind[];

export const MOST_STOCK = 1_000_000_000;

/** `pieces` are how many there are where they were counted, else how many came or went. */
export type StockChange = { kind: (typeof STOCK_REASONS)[number]; pieces: number; seen?: number };

export type StockDecision =
  { kind: "to"; stock: number } | { kind: "changed" } | { kind: "too_few" } | { kind: "too_many" };

/** What one change makes of a stock. A count holds only for the stock that whoever counted had before the eyes. */
export function decideStock(stock: number, { kind, pieces, seen }: StockChange): StockDecision {
  if (seen !== undefined && seen !== stock) return { kind: "changed" };
  const after = kind === "counted" ? pieces : kind === "damaged" ? stock - pieces : stock + pieces;
  if (after < 0) return { kind: "too_few" };
  return after > MOST_STOCK ? { kind: "too_many" } : { kind: "to", stock: after };
}

type Counted = { pieces: number; stock_after: number };

/**
 * Of each change, the newest first, how many pieces went into orders between the one before it and it: fewer than none
 * where more came back from orders. So a stock is always what it was, less what was ordered, and what came or went.
 */
export const withOrdered = <Change extends Counted>(changes: readonly Change[]): (Change & { ordered: number })[] =>
  changes.map((change, at) => ({
    ...change,
    ordered: (changes[at + 1]?.stock_after ?? 0) + change.pieces - change.stock_after,
  }));
