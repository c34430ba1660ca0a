import { isReturnable, isUncollected, type OrderPaymentState, type OrderState, wasSent } from "@/lib/orders/model";
import { isLive, isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import type { ErrorCode } from "@/lib/shared/errors";

/** What the list of orders can show beside the number; the first ones are shown unless others are chosen. */
export const DESK_COLUMNS = [
  "placed",
  "customer",
  "city",
  "total",
  "status",
  "payment",
  "method",
  "phone",
  "pieces",
  "courier",
] as const;
export type DeskColumn = (typeof DESK_COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly DeskColumn[] = DESK_COLUMNS.slice(0, 7);

/** What waits for somebody: cash orders whose buyer nobody has called, and all that is to be sent. */
export const DESK_QUEUES = ["to_call", "unshipped"] as const;

export const DESK_STEPS = ["start", "ship", "deliver"] as const;
export type DeskStep = (typeof DESK_STEPS)[number];
export const STATE_AFTER = { start: "in_progress", ship: "shipped", deliver: "delivered" } as const;

const NEXT_STEP: { [S in OrderState]?: DeskStep } = { confirmed: "start", in_progress: "ship", shipped: "deliver" };

type Attempt = { id: number; payment_method: PaymentMethod; status: PaymentState };
type Standing = {
  status: OrderState;
  payment_status: OrderPaymentState;
  payments: readonly Attempt[];
  items: readonly { quantity: number; returned: number }[];
};

/** `came_back` is a cash parcel that the courier brought back; `write_off` gives up the cash of a delivered one. */
export const DESK_ENDS = ["cancel", "came_back", "write_off"] as const;
export type DeskEnd = (typeof DESK_ENDS)[number];

export type DeskActions = {
  step: DeskStep | null;
  cancel: DeskEnd | null;
  /** It is not sent yet, but paid: it can be cancelled once all of its money was given back. */
  cancelsAfterRefund: boolean;
  /** With whom it went can be said or corrected. */
  changesParcel: boolean;
  cashPaymentId: number | null;
  refundPaymentId: number | null;
  canReturn: boolean;
};

/** What staff may do with an order as it stands; the use-cases decide it once more. */
export function actionsOf({ status, payment_status, payments, items }: Standing): DeskActions {
  const order = { status, paymentStatus: payment_status };
  const attempts = payments.filter((one) => isLive(one.status)).map((one) => ({ method: one.payment_method }));
  const live = payments.find((payment) => isLive(payment.status));
  const isCash = live?.payment_method === "cash_on_delivery";
  const holdsMoney = payment_status === "paid" || payment_status === "partially_refunded";
  const isUnsent = status === "pending" || status === "confirmed" || status === "in_progress";
  const canCancel = isUnsent && !holdsMoney && live?.status !== "processing";
  const cameBack = status === "shipped" && payment_status === "unpaid" && isCash;
  const taken = payments.findLast((payment) => isTaken(payment.status) && payment.status !== "refunded");
  return {
    step: payment_status === "refunded" ? null : (NEXT_STEP[status] ?? null),
    cancel: isUncollected(order, attempts) ? "write_off" : cameBack ? "came_back" : canCancel ? "cancel" : null,
    cancelsAfterRefund: isUnsent && holdsMoney,
    changesParcel: wasSent(status),
    cashPaymentId: isCash && status !== "cancelled" ? (live?.id ?? null) : null,
    refundPaymentId: taken?.id ?? null,
    canReturn: isReturnable(status, payment_status) && items.some((item) => item.returned < item.quantity),
  };
}

export type StockMove = {
  at: string;
  kind: "taken" | "returned" | "lost";
  lines: readonly { product_item_code: string; product_name: string; product_name_ur: string; quantity: number }[];
};

type Story = {
  created_at: string;
  items: readonly (StockMove["lines"][number] & { returned: number })[];
  status_history: readonly { from_status: OrderState | null; to_status: OrderState; created_at: string }[];
};
type Returned = { created_at: string; lines: readonly (StockMove["lines"][number] & { restock: boolean })[] };

/** How an order's pieces left the stock and came back to it; `lostAt` are the times of which the stock says so. */
export function stockMovesOf(order: Story, returned: readonly Returned[], lostAt: readonly string[]): StockMove[] {
  const lines = order.items;
  const moves: StockMove[] = [{ at: order.created_at, kind: "taken", lines }];
  for (const { from_status, to_status, created_at: at } of order.status_history) {
    if (from_status === "cancelled") moves.push({ at, kind: "taken", lines });
    if (to_status !== "cancelled") continue;
    const left = lines.map((line) => ({ ...line, quantity: line.quantity - line.returned }));
    const ended = from_status === "delivered" ? left.filter(({ quantity }) => quantity > 0) : lines;
    moves.push({ at, kind: lostAt.includes(at) ? "lost" : "returned", lines: ended });
  }
  for (const { created_at: at, lines: back } of returned) {
    const [again, lost] = [back.filter((line) => line.restock), back.filter((line) => !line.restock)];
    if (again.length > 0) moves.push({ at, kind: "returned", lines: again });
    if (lost.length > 0) moves.push({ at, kind: "lost", lines: lost });
  }
  return moves.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** What staff can have done on an order's page, as its address says it afterwards. */
export const DESK_DONE = [
  ...DESK_STEPS,
  ...DESK_ENDS,
  "record_cash",
  "parcel",
  "note",
  "message",
  "reached",
  "not_reached",
] as const;

/** What may be said to a step with an order, in words of the staff. */
export const DESK_REFUSALS = [
  "invalid_transition",
  "order_not_found",
  "order_changed",
  "order_cancelled",
  "order_not_cancellable",
  "payment_in_progress",
  "payment_not_recordable",
  "order_already_paid",
  "not_refundable",
  "refund_exceeds_payment",
  "refund_exceeds_order",
  "refund_in_progress",
  "reauthentication_required",
  "customer_unreachable",
  "not_returnable",
  "return_exceeds_order",
  "call_first",
  "forbidden",
  "not_configured",
] as const satisfies readonly ErrorCode[];
