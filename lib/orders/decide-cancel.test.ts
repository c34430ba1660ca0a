import { describe, expect, it } from "vitest";
import { decideCancel } from "@/lib/orders/decide-cancel";
import { ORDER_PAYMENT_STATES, ORDER_STATES, type OrderPaymentState, type OrderState } from "@/lib/orders/model";
import type { PaymentMethod, PaymentState } from "@/lib/payments/model";
import { AppError } from "@/lib/shared/errors";

const ATTEMPTS = {
  none: [],
  open: [{ status: "pending", method: "jazzcash", transactionId: "T1" }],
  underway: [{ status: "processing", method: "jazzcash", transactionId: "T1" }],
  cash: [{ status: "pending", method: "cash_on_delivery", transactionId: "T1" }],
} as const satisfies Record<string, readonly { status: PaymentState; method: PaymentMethod; transactionId: string }[]>;
type Attempt = keyof typeof ATTEMPTS;

const answerOf = (
  status: OrderState,
  paymentStatus: OrderPaymentState,
  attempt: Attempt,
  wish: { asStaff: boolean; returned?: boolean; restock?: boolean },
): string => {
  try {
    const full = { returned: false, restock: false, ...wish };
    const { event, returnsStock } = decideCancel({ status, paymentStatus }, ATTEMPTS[attempt], full);
    return `${event}${returnsStock ? " + stock" : ""}`;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
};

const MAY = "cancelled + stock";
const NO = "order_not_cancellable";

/** The contract's rules: what the two lists name may be cancelled, everything else is refused. */
function expected(status: OrderState, paid: OrderPaymentState, attempt: Attempt, asStaff: boolean): string {
  if (status === "cancelled") return "order_cancelled";
  if (attempt === "underway") return "payment_in_progress";
  const allowed = asStaff ? STAFF_MAY : BUYER_MAY;
  const key = `${status} ${paid}`;
  return allowed.includes(key) || allowed.includes(`${key} ${attempt}`) ? MAY : NO;
}
const BUYER_MAY = ["pending unpaid", "confirmed unpaid cash"];
const STAFF_MAY = [
  "pending unpaid",
  "confirmed unpaid",
  "in_progress unpaid",
  "pending refunded",
  "confirmed refunded",
  "in_progress refunded",
];

const cases = ORDER_STATES.flatMap((status) =>
  ORDER_PAYMENT_STATES.flatMap((paid) =>
    (Object.keys(ATTEMPTS) as Attempt[]).map((attempt) => [status, paid, attempt] as const),
  ),
);

describe.each([
  ["the buyer", false],
  ["staff", true],
])("%s", (_, asStaff) => {
  it.each(cases)("%s, %s, attempt: %s", (status, paid, attempt) => {
    expect(answerOf(status, paid, attempt, { asStaff })).toBe(expected(status, paid, attempt, asStaff));
    expect(answerOf(status, paid, attempt, { asStaff, restock: true })).toBe(expected(status, paid, attempt, asStaff));
  });
});

describe("a parcel that came back", () => {
  it.each(cases)("%s, %s, attempt: %s, is only a shipped one that was to be paid in cash", (status, paid, attempt) => {
    const isIt = status === "shipped" && paid === "unpaid" && attempt === "cash";
    const otherwise = expected(status, paid, attempt, true).replace(MAY, NO);
    const back = { asStaff: true, returned: true };
    expect(answerOf(status, paid, attempt, back)).toBe(isIt ? "came_back" : otherwise);
    expect(answerOf(status, paid, attempt, { ...back, restock: true })).toBe(isIt ? "came_back + stock" : otherwise);
  });

  it.each(cases)("%s, %s, attempt: %s, is nothing that a buyer can say", (status, paid, attempt) => {
    const answer = answerOf(status, paid, attempt, { asStaff: false, returned: true, restock: true });
    expect(answer).toBe(expected(status, paid, attempt, false).replace(MAY, NO));
  });
});

it("who is refused is told how the order and its money stand", () => {
  const shipped = { status: "shipped", paymentStatus: "paid" } as const;
  const wish = { asStaff: true, returned: false, restock: false };
  const refusal = { code: "order_not_cancellable", extra: { order_status: "shipped", payment_status: "paid" } };
  expect(() => decideCancel(shipped, [], wish)).toThrow(expect.objectContaining(refusal));
});

it("what is being checked is named, so that one can look at it", () => {
  const order = { status: "pending", paymentStatus: "unpaid" } as const;
  const wish = { asStaff: false, returned: false, restock: false };
  const refusal = { code: "payment_in_progress", extra: { transaction_id: "T1" } };
  expect(() => decideCancel(order, ATTEMPTS.underway, wish)).toThrow(expect.objectContaining(refusal));
});
