import type { Fields } from "./hash";

export const TRANSACTION_STATES = [
  "opened",
  "pending",
  "awaiting_cash",
  "paid",
  "failed",
  "cancelled",
  "expired",
  "validation_failed",
  "reversing",
  "reversed",
] as const;
export type TransactionState = (typeof TRANSACTION_STATES)[number];

/** The portal serves the legacy and the pgw paths alike; the orchestrator has longer reference numbers and shorter lives. */
export type Generation = "portal" | "orchestrator";

export interface IpnAttempt {
  at: Date;
  outcome: string;
  accepted: boolean;
}

interface GivenBack {
  at: Date;
  amount: number;
}

export interface Transaction {
  reference: string;
  generation: Generation;
  channel: "hosted" | "wallet_v1" | "wallet_v2";
  fields: Fields;
  amount: number;
  txnType: string;
  state: TransactionState;
  failureCode: string;
  gatewayReference: string;
  authCode: string;
  openedAt: Date;
  expiresAt: Date;
  paidAt: Date | null;
  /** A state set by hand stays, however late it is. */
  pinned: boolean;
  refunds: GivenBack[];
  ipnAttempts: IpnAttempt[];
}

const OPEN_STATES: readonly TransactionState[] = ["opened", "pending", "awaiting_cash"];

export function isFinal(transaction: Transaction): boolean {
  return !OPEN_STATES.includes(transaction.state);
}

export function isCard(txnType: string): boolean {
  return txnType === "MPAY" || txnType === "MIGS";
}

export function refundedSum({ refunds }: Transaction): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

/** What the IPN says of a state, and the inquiry until money went back. */
export function paymentCode(transaction: Transaction): string {
  switch (transaction.state) {
    case "opened":
    case "pending":
      return "157";
    case "awaiting_cash":
      return "124";
    case "paid":
      return "121";
    case "failed":
      return transaction.failureCode;
    case "cancelled":
      return "112";
    case "expired":
      return transaction.txnType === "OTC" ? "116" : "129";
    case "validation_failed":
      return "110";
    case "reversing":
      return "119";
    case "reversed":
      return "122";
  }
}

/** A payer's return and a REST answer say 000 where the IPN and the inquiry say 121. */
export function answerCode(transaction: Transaction): string {
  return transaction.state === "paid" ? "000" : paymentCode(transaction);
}

/** Any money given back shows as 131, a part of it too. */
export function inquiryCode(transaction: Transaction): string {
  return transaction.state === "paid" && transaction.refunds.length > 0 ? "131" : paymentCode(transaction);
}

/** pp_Status of the inquiry; what was never paid in time counts as dropped, and a reversal leaves it completed. */
export function inquiryStatus(transaction: Transaction): string {
  switch (transaction.state) {
    case "opened":
    case "pending":
    case "awaiting_cash":
      return "Pending";
    case "paid":
    case "reversing":
    case "reversed":
      return "Completed";
    case "failed":
    case "cancelled":
      return "Failed";
    case "expired":
      return "Dropped";
    case "validation_failed":
      return "Validation Failed";
  }
}
