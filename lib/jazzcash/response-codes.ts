const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const PAID = new Set(["000", "121"]);

/** Final refusals, by the official list of response codes and the contract's reading of it. */
const DECLINED = new Set(
  [
    ...range(1, 4),
    ...range(14, 16),
    24,
    55,
    59,
    60,
    62,
    63,
    66,
    67,
    95,
    ...range(101, 108),
    ...range(111, 113),
    ...range(115, 118),
    127,
    129,
    135,
    401,
    402,
    404,
    405,
    ...range(408, 412),
    ...range(414, 416),
    419,
    ...range(421, 426),
    429,
  ].map((code) => String(code).padStart(3, "0")),
);

const AFTER_SALE = new Set(["119", "120", "122", "125", "126", "128", "131"]);

export type CodeMeaning = "paid" | "declined" | "after_sale" | "unknown";

/** What a response code of a notice or a wallet answer means. Pending codes and unheard ones are both unknown. */
export function meaningOf(code: string): CodeMeaning {
  if (PAID.has(code)) return "paid";
  if (DECLINED.has(code)) return "declined";
  return AFTER_SALE.has(code) ? "after_sale" : "unknown";
}

const PENDING_CODES = new Set(["124", "157", "210"]);

/** A signed message that says in so many words that the payment is under way. */
export const isCalledPending = (code: string): boolean => PENDING_CODES.has(code);

/** What a refusal of a refund means, by the official list of response codes. */
export const REFUND_REFUSALS: Record<string, string> = {
  "109": "JazzCash does not know this payment",
  "110": "JazzCash does not accept a value of the request",
  "132": "this payment cannot be refunded",
  "451": "several partial refunds of one payment are not allowed",
  "452": "this payment is not eligible for a refund",
  "453": "the merchant account's balance is too low",
  "454": "a partial refund of this payment is not allowed",
  "455": "the original payment is not settled yet",
};

export type RefundMeaning = "completed" | "went_back" | "refused" | "unclear";

/**
 * What a signed answer to a refund says; what is neither a plain yes nor a plain no is unclear. That the payment stands
 * (121) is no yes, and that its money went back may be said of an earlier part.
 */
export function meaningOfRefund(code: string): RefundMeaning {
  if (code === "000") return "completed";
  if (saysMoneyWentBack(code)) return "went_back";
  return Object.hasOwn(REFUND_REFUSALS, code) || DECLINED.has(code) ? "refused" : "unclear";
}

/** A payment whose money has gone back: refunded (131) or reversed (122). */
export const saysMoneyWentBack = (code: string): boolean => code === "131" || code === "122";
