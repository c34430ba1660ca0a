import { discountOf, type DiscountTerms } from "@/lib/discounts/model";
import type { PaymentMethod } from "@/lib/payments/model";
import { latinDigits } from "@/lib/shared/phone";
import { addPaisa, type Paisa, paisa, timesPaisa, ZERO } from "@/lib/shared/money";

export const ORDER_STATES = ["pending", "confirmed", "in_progress", "shipped", "delivered", "cancelled"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_PAYMENT_STATES = ["unpaid", "paid", "partially_refunded", "refunded"] as const;
export type OrderPaymentState = (typeof ORDER_PAYMENT_STATES)[number];

export const ORDER_EVENTS = [
  "paid",
  "cash_chosen",
  "cash_left",
  "started",
  "shipped",
  "delivered",
  "cancelled",
  "came_back",
  "written_off",
  "reinstated",
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

const NEXT: Record<OrderState, { [E in OrderEvent]?: OrderState }> = {
  pending: { paid: "confirmed", cash_chosen: "confirmed", cancelled: "cancelled" },
  confirmed: { cash_left: "pending", started: "in_progress", cancelled: "cancelled" },
  in_progress: { shipped: "shipped", cancelled: "cancelled" },
  shipped: { delivered: "delivered", came_back: "cancelled" },
  delivered: { written_off: "cancelled" },
  cancelled: { reinstated: "confirmed" },
};

/** Where one event takes an order, or null where the table forbids it. */
export const nextOrderState = (from: OrderState, event: OrderEvent): OrderState | null => NEXT[from][event] ?? null;

/** The staff's steps by the state that they lead to. */
export const STEP_TO = { in_progress: "started", shipped: "shipped", delivered: "delivered" } as const satisfies {
  [S in OrderState]?: OrderEvent;
};

/** Whether an order's goods have left the shop with somebody. */
export const wasSent = (status: OrderState): boolean => status === "shipped" || status === "delivered";

/** Goods can come back that were brought to their buyer, or were paid back while they were on their way. */
export const isReturnable = (status: OrderState, paymentStatus: OrderPaymentState): boolean =>
  status === "delivered" || (status === "shipped" && paymentStatus === "refunded");

/** Whether goods are with their buyer and the cash for them is still awaited. */
export const isUncollected = (
  order: { status: OrderState; paymentStatus: OrderPaymentState },
  live: readonly { method: PaymentMethod }[],
): boolean =>
  order.status === "delivered" &&
  order.paymentStatus === "unpaid" &&
  live.some(({ method }) => method === "cash_on_delivery");

export type PricedLine = { unitPrice: Paisa; quantity: number };

export type DeliveryRule = { charge: Paisa; freeFrom: Paisa | null };

export type OrderTotals = { items: Paisa; delivery: Paisa; discount: Paisa; total: Paisa };

/** What a city's delivery costs for goods of that sum. */
const deliveryOf = (items: Paisa, rule: DeliveryRule | null): Paisa =>
  rule === null || (rule.freeFrom !== null && items >= rule.freeFrom) ? ZERO : rule.charge;

/** Whether delivery of such goods costs something else by some rule than by the one that holds so far. */
export const differsByCity = (items: Paisa, rule: DeliveryRule | null, rules: readonly DeliveryRule[]): boolean =>
  rules.some((other) => deliveryOf(items, other) !== deliveryOf(items, rule));

/**
 * What an order costs: the sum of its lines, and the delivery charge of its city unless the sum makes it free, less
 * what a code takes off.
 */
export function priceOrder(
  lines: readonly PricedLine[],
  rule: DeliveryRule | null,
  terms: Pick<DiscountTerms, "percent" | "amountPaisa"> | null = null,
): OrderTotals {
  const items = addPaisa(...lines.map((line) => timesPaisa(line.unitPrice, line.quantity)));
  const delivery = deliveryOf(items, rule);
  const discount = terms === null ? ZERO : discountOf(terms, { items, delivery });
  return { items, delivery, discount, total: paisa(items + delivery - discount) };
}

/** The versions of an order that whoever acts on it has seen; none: the order as it is. */
export type Seen = { ifMatch?: readonly string[] };

/** An order number as people copy it: in small letters, with blanks, without its dashes. */
export const readOrderNumber = (text: string): string =>
  text
    .toUpperCase()
    .replace(/\s/g, "")
    .replace(/^ORD-?([0-9A-Z]{8})-?(\d{8})$/, "ORD-$1-$2");

const lastTenDigits = (phone: string): string => latinDigits(phone).replace(/\D/g, "").slice(-10);

/** Whether two texts are the same phone, by their last ten digits; what has fewer is no phone. */
export const samePhone = (one: string, other: string): boolean => {
  const digits = lastTenDigits(one);
  return digits.length === 10 && digits === lastTenDigits(other);
};
