/** Codes by what the contract makes of them, written out once more so that no mistake of the shop's list is repeated. */
export const PAID_CODES = ["000", "121"] as const;
export const DECLINED_CODES = ["001", "004", "060", "101", "112", "116", "129", "402", "414", "429"] as const;
export const PENDING_CODES = ["157", "210", "200", "110", "199", "999", "417", "777"] as const;
export const AFTER_SALE_CODES = ["119", "120", "122", "125", "126", "128", "131"] as const;
export const VOUCHER_CODE = "124";
export const REFUSED_REFUND_CODES = ["109", "110", "132", "451", "452", "453", "454", "455", "101"] as const;

/** Ways to be asked and to say nothing that counts. */
const SILENCES = ["cut", "status_500", "html", "broken_body", "unsigned", "hang"] as const;
export type Silence = (typeof SILENCES)[number];

/** Whether there are no words at all; unsigned ones are words. */
export const isSilence = (says: string): says is Exclude<Silence, "unsigned"> =>
  says !== "unsigned" && (SILENCES as readonly string[]).includes(says);

/** What the gateway says when it is asked about a payment; `truth` is its own books. */
export const INQUIRY_SAYS = [
  "truth",
  "truth_v1",
  "truth_with_a_new_field",
  "pending",
  "no_status",
  "failed",
  "dropped",
  "signed_109",
  "unsigned_109",
  "unsigned_199",
  "still_completed",
  "awaiting_reversal",
  "went_back",
  "about_another",
  "anothers_reference",
  ...SILENCES,
] as const;
export type InquirySays = (typeof INQUIRY_SAYS)[number];

/** What it does with a refund, and what it says of it; each says no untruth, and may leave the truth open. */
export type RefundSays = {
  isDone: boolean;
  answer: "clear" | "121" | "131" | "199" | "157" | "another_amount" | Silence;
};

/** What it does with a wallet call, and what it says of it. */
export type WalletSays = {
  isCharged: boolean;
  answer: "clear" | "declined" | "157" | "999" | "another_amount" | "another_payment" | "held" | Silence;
};

/** Ways in which a notice is none that the gateway sent, or none that is ours. */
export const FLAWS = [
  "wrong_hash",
  "no_hash",
  "another_salt",
  "unknown_field",
  "name_twice",
  "ampersand",
  "wrong_amount",
  "wrong_bill",
  "wrong_merchant",
  "wrong_currency",
  "unknown_payment",
  "anothers_reference",
] as const;
export type Flaw = (typeof FLAWS)[number];

/** A browser's return, a callback as a form or as JSON with all fields, and the notification that names no amount. */
export const SHAPES = ["return", "form", "json", "ipn"] as const;
export type Shape = (typeof SHAPES)[number];

/** What one message means, as the contract reads it. */
export type Meaning = "paid" | "declined" | "pending" | "after_sale" | "unknown" | "nothing";

export function meaningOfCode(code: string): Meaning {
  const isOneOf = (codes: readonly string[]): boolean => codes.includes(code);
  if (isOneOf(PAID_CODES)) return "paid";
  if (isOneOf(DECLINED_CODES)) return "declined";
  return isOneOf(AFTER_SALE_CODES) ? "after_sale" : "pending";
}

/** One message that reached the shop during a step. */
export type News = {
  transactionId: string;
  by: "notice" | "inquiry" | "wallet";
  meaning: Meaning;
  /** The amount that it says was paid, where it names one. */
  amount: number | null;
  isSigned: boolean;
  code: string;
};
