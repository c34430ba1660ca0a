import type { OrderState } from "@/lib/orders/model";
import { isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import type { Paisa } from "@/lib/shared/money";

/** Who pays the merchant what customers paid: JazzCash to the bank, or the courier the cash. */
export const SETTLEMENT_SOURCES = ["gateway", "courier"] as const;
export type SettlementSource = (typeof SETTLEMENT_SOURCES)[number];

/** What a row of their file turned out to be; `given_back` takes back what the shop refunded. */
export const SETTLEMENT_OUTCOMES = ["settled", "repeated", "missing_here", "differing", "given_back"] as const;
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number];

/** What a file's columns must say of each payment. */
export const SETTLEMENT_FIELDS = ["reference", "gross", "fee", "tax", "net", "date"] as const;
export type SettlementField = (typeof SETTLEMENT_FIELDS)[number];

/** By which of a file's columns each field is said; couriers often withhold no tax, and have no column for it. */
export type ColumnNames = Partial<Record<SettlementField, string>>;

export const isNeeded = (source: SettlementSource, field: SettlementField): boolean =>
  field !== "tax" || source === "gateway";

export const ROW_PROBLEMS = ["reference", "amount", "date", "sum", "sign"] as const;
export type RowProblem = { line: number; why: (typeof ROW_PROBLEMS)[number] };

type Difference = "unknown_reference" | "other_method" | "other_amount" | "not_paid" | "no_such_refund" | "ambiguous";

/** A payment as it stands here, and how often a refund of the row's amount was made and taken back already. */
export type Here = {
  method: PaymentMethod;
  status: PaymentState;
  takenPaisa: Paisa;
  orderStatus: OrderState;
  isSettled: boolean;
  /** Another parcel under the same number has the same amount. */
  hasTwin: boolean;
  refunds: number;
  refundsSettled: number;
};

export type RowDecision =
  | { outcome: Exclude<SettlementOutcome, "missing_here" | "differing">; recordsCash?: true }
  | { outcome: "missing_here" | "differing"; why: Difference };

const differing = (why: Difference): RowDecision => ({ outcome: "differing", why });

/**
 * What one row means for the payment that it names. A courier who pays out the cash of a parcel that was sent has
 * collected it, whether or not anybody wrote that down: so it is recorded. A row below nothing takes back a refund.
 */
export function decideRow(source: SettlementSource, gross: number, here: Here | null): RowDecision {
  if (!here) return { outcome: "missing_here", why: "unknown_reference" };
  if ((here.method === "cash_on_delivery") !== (source === "courier")) return differing("other_method");
  if (gross < 0) {
    if (here.refunds > here.refundsSettled) return { outcome: "given_back" };
    return here.refunds > 0 ? { outcome: "repeated" } : differing("no_such_refund");
  }
  const isSent = here.orderStatus === "shipped" || here.orderStatus === "delivered";
  const isOwed = source === "courier" && here.status === "pending" && isSent;
  if (!isTaken(here.status) && !isOwed) return differing("not_paid");
  if (gross !== here.takenPaisa) return differing("other_amount");
  if (here.hasTwin) return differing("ambiguous");
  if (here.isSettled) return { outcome: "repeated" };
  return isOwed ? { outcome: "settled", recordsCash: true } : { outcome: "settled" };
}
