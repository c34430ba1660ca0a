/** Which tests must notice a change of which file: those that take no time first, each tier only if the last saw nothing. */
export type Target = { file: string; tests: readonly (readonly string[])[] };

const NOTICES = ["lib/jazzcash/notice.test.ts", "lib/jazzcash/notice.refusals.test.ts", "lib/jazzcash/grammar.test.ts"];
const RELABELLED = ["lib/jazzcash/relabelling.test.ts"];

/** What decides about money without doing anything: every operator, constant, branch and entry of it is changed. */
export const DECIDERS: readonly Target[] = [
  {
    file: "lib/payments/model.ts",
    tests: [
      ["lib/payments/model.test.ts", "lib/payments/model.inquiry.test.ts", "lib/refunds/model.test.ts"],
      ["db/schema.test.ts"],
    ],
  },
  { file: "lib/refunds/model.ts", tests: [["lib/refunds/model.test.ts"], ["db/schema.test.ts"]] },
  {
    file: "lib/orders/model.ts",
    tests: [["lib/orders/model.test.ts"], ["db/schema.test.ts"], ["lib/orders/update-order-status.test.ts"]],
  },
  { file: "lib/orders/decide-cancel.ts", tests: [["lib/orders/decide-cancel.test.ts"]] },
  { file: "lib/jazzcash/secure-hash.ts", tests: [["lib/jazzcash/secure-hash.test.ts"], NOTICES, RELABELLED] },
  { file: "lib/jazzcash/sign-request.ts", tests: [["lib/jazzcash/sign-request.test.ts"]] },
  {
    file: "lib/jazzcash/response-codes.ts",
    tests: [["lib/jazzcash/response-codes.test.ts"], ["lib/payments/model.test.ts", "lib/jazzcash/refund.test.ts"]],
  },
  {
    file: "lib/jazzcash/grammar.ts",
    tests: [["lib/jazzcash/grammar.shapes.test.ts"], ["lib/jazzcash/grammar.test.ts"]],
  },
  { file: "lib/jazzcash/notice.ts", tests: [NOTICES, RELABELLED] },
  { file: "lib/jazzcash/inquiry.ts", tests: [["e2e/faults/inquiry-answers.test.ts"], ["e2e/faults/inquiry.test.ts"]] },
  {
    file: "lib/jazzcash/refund.ts",
    tests: [["lib/jazzcash/refund.test.ts", "e2e/faults/refund-answers.test.ts", "e2e/faults/refund-codes.test.ts"]],
  },
];

const CART_RACES = [
  "lib/cart/add-item.test.ts",
  "lib/cart/get-cart.test.ts",
  "lib/cart/put-back-item.test.ts",
  "lib/cart/clear-cart.test.ts",
  "lib/cart/expire-items.test.ts",
];
const ORDER_RACES = [
  "lib/orders/place-order.races.test.ts",
  "lib/orders/check-out-cart.test.ts",
  "lib/orders/cancel-order.test.ts",
  "lib/orders/cancel-unpaid-orders.test.ts",
  "lib/orders/update-order-status.test.ts",
  "lib/orders/return-stock.test.ts",
  "e2e/faults/unpaid-orders.test.ts",
];
const PAYMENT_RACES = [
  "lib/payments/settle-payment.races.test.ts",
  "e2e/faults/initiate.test.ts",
  "e2e/faults/inquiry.test.ts",
  "e2e/faults/reconcile.test.ts",
  "e2e/faults/mixed-news.test.ts",
];
const REFUND_RACES = [
  "e2e/faults/refund-races.test.ts",
  "e2e/faults/refund-outcomes.test.ts",
  "e2e/faults/give-backs.test.ts",
];

/** Which races must notice a lock that is missing in a folder. */
export const RACES: Record<string, readonly string[]> = {
  "lib/cart": CART_RACES,
  "lib/ledger": ["lib/ledger/prove-ledger-when-due.test.ts"],
  "lib/orders": ORDER_RACES,
  "lib/payments": [...PAYMENT_RACES, ...REFUND_RACES],
  "lib/refunds": REFUND_RACES,
  "lib/reviews": [
    "lib/reviews/resolve-review.test.ts",
    "lib/reviews/settle-dispute.test.ts",
    "e2e/model/regressions.test.ts",
    "e2e/faults/overdue-refund.test.ts",
  ],
  db: ["db/migrate.test.ts"],
};

export const TESTS_OF_RULES = ["db/constraints.test.ts"];
