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

export const ALL_REVIEW_ACTIONS = [...new Set(Object.values(REVIEW_ACTIONS).flat())] as [
  ReviewAction,
  ...ReviewAction[],
];

/** Whether words alone may close an item of this kind, so that many are closed with the same. */
export const canCloseTogether = (kind: ReviewKind): boolean =>
  (REVIEW_ACTIONS[kind] as readonly ReviewAction[]).includes("close");

/** What kept a give-back from being sent, as its item says it. */
export const OBSTACLES = {
  way_unknown: "It is not known by which way it was paid",
  mpin_missing: "JAZZCASH_MERCHANT_MPIN is not set",
} as const;

type Age = { unit: "minutes" | "hours" | "days"; count: number };

/** How long something has waited, in the largest unit that is full once. */
export function ageOf(since: Date, now: Date): Age {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 60) return { unit: "minutes", count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: "hours", count: hours } : { unit: "days", count: Math.floor(hours / 24) };
}

/** Nothing may wait longer for a person without the administrators being told. */
export const OLD_MINUTES = 24 * 60;

/** Words, and that nothing was paid: all other actions decide about money, which is an administrator's. */
const OF_STAFF: readonly ReviewAction[] = ["close", "not_paid"];
export const isForAdmins = (action: ReviewAction): boolean => !OF_STAFF.includes(action);

/** What sends money, at once or by the next reconciliation. */
const SENDS_MONEY: readonly ReviewAction[] = ["give_back", "try_again"];
export const sendsMoney = (action: ReviewAction): boolean => SENDS_MONEY.includes(action);
