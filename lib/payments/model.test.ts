import { expect, it } from "vitest";
import { ORDER_STATES } from "@/lib/orders/model";
import {
  type Decision,
  decide,
  decidePaidOrder,
  LIVE_STATES,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STATES,
  type PaymentEvent,
  type PaymentState,
} from "@/lib/payments/model";
import { isCalledPending } from "@/lib/jazzcash/response-codes";
import { paisa } from "@/lib/shared/money";

const OURS = paisa(150_000);
const OTHER = paisa(149_999);

const EVENTS = {
  paid: { type: "gateway_paid", amount: OURS, discountedAmount: null },
  paid_unnamed: { type: "gateway_paid", amount: null, discountedAmount: null },
  paid_undiscounted: { type: "gateway_paid", amount: OURS, discountedAmount: OURS },
  paid_other: { type: "gateway_paid", amount: OTHER, discountedAmount: null },
  paid_discounted: { type: "gateway_paid", amount: OURS, discountedAmount: OTHER },
  paid_nothing: { type: "gateway_paid", amount: null, discountedAmount: paisa(0) },
  pending: { type: "gateway_pending", voucherNumber: null, isAfterSale: false },
  voucher: { type: "gateway_pending", voucherNumber: "261125000001", isAfterSale: false },
  after_sale: { type: "gateway_pending", voucherNumber: null, isAfterSale: true },
  declined: { type: "gateway_declined" },
  ended: { type: "gateway_ended" },
  nothing_new: { type: "nothing_new" },
} as const satisfies Record<string, PaymentEvent>;
type EventName = keyof typeof EVENTS;

const DIFFERS = "processing, review amount_differs";
const DIFFERS_ONLY = "-, review amount_differs";

const LIVE: Record<EventName, string> = {
  paid: "completed",
  paid_unnamed: "completed",
  paid_undiscounted: "completed",
  paid_other: DIFFERS,
  paid_discounted: DIFFERS,
  paid_nothing: DIFFERS,
  pending: "processing",
  voucher: "processing",
  after_sale: "processing, review after_sale_code",
  declined: "failed",
  ended: "expired",
  nothing_new: "-",
};
const OVER = {
  ...LIVE,
  pending: "-",
  voucher: "-",
  after_sale: "-, review after_sale_code",
  declined: "-",
  ended: "-",
};
const TAKEN = {
  ...OVER,
  paid: "-",
  paid_unnamed: "-",
  paid_undiscounted: "-",
  paid_other: "-, review confirmation_differs",
  paid_discounted: DIFFERS_ONLY,
  paid_nothing: DIFFERS_ONLY,
};
const TABLE: Record<PaymentState, Record<EventName, string>> = {
  pending: LIVE,
  processing: LIVE,
  failed: OVER,
  cancelled: OVER,
  expired: OVER,
  completed: TAKEN,
  partially_refunded: TAKEN,
  refunded: TAKEN,
};

const inWords = (decision: Decision): string =>
  (decision.kind === "move" ? decision.to : decision.kind.replace("ignore", "-")) +
  (decision.review ? `, review ${decision.review}` : "");
const names = Object.keys(EVENTS) as EventName[];
const CALM = { amount: OURS, isAmountDisputed: false, hasLiveRival: false };

it("every kind of event is in the table", () => {
  expect(new Set(names.map((name) => EVENTS[name].type))).toEqual(new Set(PAYMENT_EVENT_TYPES));
});

it.each(PAYMENT_STATES)("what each event does to an attempt that is %s", (status) => {
  const decided = names.map((name) => [name, inWords(decide({ ...CALM, status }, EVENTS[name]))]);
  expect(Object.fromEntries(decided)).toEqual(TABLE[status]);
});

it.each(PAYMENT_STATES)(
  "while a person is asked about its amount, nothing but a person settles or ends a %s one",
  (status) => {
    const isTaken = ["completed", "partially_refunded", "refunded"].includes(status);
    const decided = names.map((name) => [
      name,
      inWords(decide({ ...CALM, status, isAmountDisputed: true }, EVENTS[name])),
    ]);
    const differs = isTaken ? DIFFERS_ONLY : DIFFERS;
    expect(Object.fromEntries(decided)).toEqual({
      ...TABLE[status],
      paid_other: differs,
      paid: differs,
      paid_unnamed: differs,
      paid_undiscounted: differs,
      declined: "-",
      ended: "-",
    });
  },
);

it("beside another live attempt an ended one does not come alive for another amount, but for ours it is paid", () => {
  for (const status of ["failed", "cancelled", "expired"] as const) {
    const beside = { ...CALM, status, hasLiveRival: true };
    expect(inWords(decide(beside, EVENTS.paid_discounted))).toBe(DIFFERS_ONLY);
    expect(inWords(decide(beside, EVENTS.paid_other))).toBe(DIFFERS_ONLY);
    expect(inWords(decide(beside, EVENTS.paid))).toBe("completed");
  }
  for (const status of LIVE_STATES) {
    expect(inWords(decide({ ...CALM, status, hasLiveRival: true }, EVENTS.paid_other))).toBe(DIFFERS);
  }
});

it("only a verified success ever completes, and nothing leaves completed", () => {
  for (const status of PAYMENT_STATES) {
    for (const name of names) {
      const decision = decide({ ...CALM, status }, EVENTS[name]);
      if (decision.kind === "move" && decision.to === "completed") expect(EVENTS[name].type).toBe("gateway_paid");
      if (status === "completed") expect(decision.kind).toBe("ignore");
    }
  }
});

it.each(ORDER_STATES)("a success for an order that is %s", (status) => {
  const by = (cancelledBy: string | null) => decidePaidOrder({ status, isUnpaid: true, cancelledBy });
  const isCancelled = status === "cancelled";
  expect(by(null)).toBe(isCancelled ? "stay_cancelled" : "pay");
  expect(by("system:reconcile")).toBe(isCancelled ? "reinstate_if_stock" : "pay");
  expect(by("user:7")).toBe(isCancelled ? "stay_cancelled" : "pay");
  expect(by("system:other")).toBe(isCancelled ? "stay_cancelled" : "pay");
  for (const cancelledBy of [null, "system:reconcile", "user:7"]) {
    expect(decidePaidOrder({ status, isUnpaid: false, cancelledBy })).toBe("surplus");
  }
});

it("three codes call a payment pending in so many words", () => {
  const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, "0"));
  expect(codes.filter(isCalledPending)).toEqual(["124", "157", "210"]);
});
