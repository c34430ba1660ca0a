export const REVIEW_KINDS = [
  "amount_differs",
  "paid_twice",
  "late_success",
  "do_not_collect",
  "give_back_stuck",
  "refund_unknown",
  "reference_reused",
  "after_sale_code",
  "unknown_field",
  "confirmation_differs",
  "settlement_differs",
  "notice_refused",
  "payment_unknown",
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a person may do about an item, once it was looked at. Where money is in question, words alone do not close it. */
export const REVIEW_ACTIONS = {
  amount_differs: ["accept", "give_back"],
  paid_twice: ["close"],
  late_success: ["close"],
  do_not_collect: ["close"],
  give_back_stuck: ["try_again", "given_back", "close"],
  refund_unknown: ["given_back", "not_given_back"],
  reference_reused: ["close"],
  after_sale_code: ["close"],
  unknown_field: ["close"],
  confirmation_differs: ["close"],
  settlement_differs: ["close"],
  notice_refused: ["close"],
  payment_unknown: ["not_paid"],
} as const satisfies Record<ReviewKind, readonly string[]>;
export type ReviewAction = (typeof REVIEW_ACTIONS)[ReviewKind][number];

/** Nothing may wait longer for a person without the administrators being told. */
export const OLD_MINUTES = 24 * 60;

/** What sends money, at once or by the next reconciliation. */
const SENDS_MONEY: readonly ReviewAction[] = ["give_back", "try_again"];
export const sendsMoney = (action: ReviewAction): boolean => SENDS_MONEY.includes(action);
