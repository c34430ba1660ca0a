import type { OrderState } from "@/lib/orders/model";
import { isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import type { Paisa } from "@/lib/shared/money";

/** Who pays the merchant what customers paid: JazzCash to the bank, or the courier the cash. */
export const SETTLEMENT_SOURCES = ["gateway", "courier"] as const;
export type SettlementSource = (typeof SETTLEMENT_SOURCES)[number];

/**
 * What a row of their file turned out to be; `given_back` takes back what the shop refunded, `charged` takes a fee for
 * nothing that was paid, as for a parcel that came back.
 */
export const SETTLEMENT_OUTCOMES = [
  "settled",
  "repeated",
  "missing_here",
  "differing",
  "given_back",
  "charged",
] as const;
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number];

/** What a file's columns must say of each payment. */
export const SETTLEMENT_FIELDS = ["reference", "gross", "fee", "tax", "net", "date"] as const;
export type SettlementField = (typeof SETTLEMENT_FIELDS)[number];

/** By which of a file's columns each field is said; couriers often withhold no tax, and have no column for it. */
export type ColumnNames = Partial<Record<SettlementField, string>>;

export const isNeeded = (source: SettlementSource, field: SettlementField): boolean =>
  field !== "tax" || source === "gateway";

/** No payment of this shop comes near to Rs 100 million: more than that in a row is a misread column. */
export const MOST_OF_A_ROW = 10_000_000_000;

/** What can be wrong with a row of a file; pages have their words. */
export const ROW_PROBLEMS = [
  "no_reference",
  "long_reference",
  "no_amount",
  "bad_amount",
  "huge_amount",
  "bad_day",
  "day_long_past",
  "day_to_come",
  "wrong_sum",
  "wrong_signs",
  "broken_quotes",
  "long_row",
] as const;

/** One of them, in the file's row of that number: by what it says, as it says it, and what it would have to be. */
export type RowProblem = {
  row: number;
  code: (typeof ROW_PROBLEMS)[number];
  field?: SettlementField;
  said?: string;
  expected?: string;
};

type Difference =
  | "unknown_reference"
  | "other_method"
  | "other_amount"
  | "not_paid"
  | "no_such_refund"
  | "ambiguous"
  | "paid_out_again"
  | "taken_back_again";

/** A payment as it stands here, and what files have said about it before. */
export type Here = {
  method: PaymentMethod;
  status: PaymentState;
  takenPaisa: Paisa;
  orderStatus: OrderState;
  isSettled: boolean;
  /** By a row that says the same of fee, tax, what was paid out, and the day. */
  isSettledAlike: boolean;
  /** Another parcel under the same number has the same amount, or a refund of it. */
  hasTwin: boolean;
  /** Completed refunds of the row's amount, and how many of them files have taken back. */
  refunds: number;
  refundsSettled: number;
  /** Rows that say the same: before it in its file, taken back by other files, and by any. */
  sameBefore: number;
  sameElsewhere: number;
  sameTakenBack: number;
};

export type RowDecision =
  | { outcome: Exclude<SettlementOutcome, "missing_here" | "differing">; recordsCash?: true }
  | { outcome: "missing_here" | "differing"; why: Difference };

const differing = (why: Difference): RowDecision => ({ outcome: "differing", why });

/** Whether money moves by a row of such an outcome. */
export const movesMoney = (outcome: SettlementOutcome): boolean =>
  outcome === "settled" || outcome === "given_back" || outcome === "charged";

/**
 * What one row means for the payment that it names. A courier who pays out the cash of a parcel that was sent has
 * collected it, whether or not anybody wrote that down: so it is recorded. What says the same as a row before is that
 * row once more; what pays out again, otherwise, is for a person.
 */
export function decideRow(source: SettlementSource, gross: number, here: Here | null): RowDecision {
  if (!here) return { outcome: "missing_here", why: "unknown_reference" };
  if ((here.method === "cash_on_delivery") !== (source === "courier")) return differing("other_method");
  if (gross < 0) return decideTakenBack(here);
  const isSent = here.orderStatus === "shipped" || here.orderStatus === "delivered";
  const isOwed = source === "courier" && here.status === "pending" && isSent;
  if (!isTaken(here.status) && !isOwed) return differing("not_paid");
  if (gross !== here.takenPaisa) return differing("other_amount");
  if (here.hasTwin) return differing("ambiguous");
  if (here.isSettled) return here.isSettledAlike ? { outcome: "repeated" } : differing("paid_out_again");
  return isOwed ? { outcome: "settled", recordsCash: true } : { outcome: "settled" };
}

/** A row below nothing takes back a refund; of rows that say the same, files that overlap have as many as the longer one. */
function decideTakenBack(here: Here): RowDecision {
  if (here.sameBefore < here.sameElsewhere) return { outcome: "repeated" };
  if (here.hasTwin) return differing("ambiguous");
  if (here.refundsSettled < here.refunds) return { outcome: "given_back" };
  if (here.sameTakenBack > 0) return { outcome: "repeated" };
  return differing(here.refunds > 0 ? "taken_back_again" : "no_such_refund");
}

/**
 * A row of nothing but a fee, as couriers have them for parcels that came back or were paid for before. The fee is
 * taken whoever's parcel it is; a cash payment has none of JazzCash's.
 */
export function decideCharge(source: SettlementSource, method: PaymentMethod | null, isKnown: boolean): RowDecision {
  if (isKnown) return { outcome: "repeated" };
  if (source === "gateway" && method === "cash_on_delivery") return differing("other_method");
  return { outcome: "charged" };
}
