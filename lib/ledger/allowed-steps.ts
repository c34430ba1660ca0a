import { nextOrderState, ORDER_EVENTS, ORDER_STATES, type OrderState } from "@/lib/orders/model";
import {
  decide,
  isLive,
  isTaken,
  LIVE_STATES,
  PAYMENT_STATES,
  type PaymentEvent,
  type PaymentState,
} from "@/lib/payments/model";
import { stateAfterRefund } from "@/lib/refunds/model";
import { paisa } from "@/lib/shared/money";

type Step<S> = readonly [from: S | null, to: S];

const ASKED = paisa(2);
const OTHER = paisa(1);

/** One of each kind of news, with our amount and with another. */
const NEWS: PaymentEvent[] = [
  { type: "gateway_paid", amount: ASKED, discountedAmount: null },
  { type: "gateway_paid", amount: OTHER, discountedAmount: null },
  { type: "gateway_pending", voucherNumber: null, isAfterSale: false },
  { type: "gateway_pending", voucherNumber: null, isAfterSale: true },
  { type: "gateway_declined" },
  { type: "gateway_ended" },
  { type: "nothing_new" },
];
const STANDINGS = [true, false].flatMap((isAmountDisputed) =>
  [true, false].map((hasLiveRival) => ({ isAmountDisputed, hasLiveRival, amount: ASKED })),
);

/** Where news can take a payment, by asking the one that decides about every kind of it. */
const afterNews = (from: PaymentState): PaymentState[] =>
  STANDINGS.flatMap((standing) =>
    NEWS.flatMap((event) => {
      const decision = decide({ ...standing, status: from }, event);
      return decision.kind === "move" ? [decision.to] : [];
    }),
  );

/** What the shop does itself: it closes what is live, takes cash, gives back a part or all. */
const afterOurselves = (from: PaymentState): PaymentState[] => [
  ...(isLive(from) ? (["cancelled", "completed"] as const) : []),
  ...(isTaken(from) && from !== "refunded" ? [stateAfterRefund(ASKED, OTHER), stateAfterRefund(ASKED, ASKED)] : []),
];

/** Every step that a payment may take, in the model's own words; from null it is opened. */
const paymentSteps: Step<PaymentState>[] = [
  ...LIVE_STATES.map((to) => [null, to] as const),
  ...PAYMENT_STATES.flatMap((from) =>
    [...new Set([...afterNews(from), ...afterOurselves(from)])]
      .filter((to) => to !== from || to === "partially_refunded")
      .map((to) => [from, to] as const),
  ),
];

/** Every step that an order may take; from null it is placed. */
const orderSteps: Step<OrderState>[] = [
  [null, "pending"],
  ...ORDER_STATES.flatMap((from) =>
    ORDER_EVENTS.flatMap((event) => {
      const to = nextOrderState(from, event);
      return to ? [[from, to] as const] : [];
    }),
  ),
];

export const allowedSteps = { payment: paymentSteps, order: orderSteps };
