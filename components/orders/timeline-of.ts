import type { OrderState } from "@/lib/orders/model";
import type { OrderView, TrackedOrderView } from "@/lib/orders/schemas";
import { isTaken, type PaymentMethod } from "@/lib/payments/model";
import type { PaymentView } from "@/lib/payments/schemas";
import type { ToldRefund } from "@/lib/refunds/list-refunds";

type Done =
  | "ordered"
  | "paid"
  | "cash"
  | "confirmed"
  | "unpaid_again"
  | "in_progress"
  | "shipped"
  | "delivered"
  | "cancelled"
  | "cancelled_by_you"
  | "cancelled_late"
  | "reinstated"
  | "refund_sent"
  | "refunded";
type ToCome = "pay" | "in_progress" | "shipped" | "delivered" | "give_back";

/** One thing that happened, or that is still to come. */
export type TimelineStep =
  | { isDone: true; kind: Done; at: string; amount?: string; method?: PaymentMethod; said?: string }
  | { isDone: false; kind: ToCome };

type Story = Pick<OrderView, "status" | "payment_status"> & {
  status_history: readonly (TrackedOrderView["status_history"][number] & { actor?: string; notes?: string })[];
  payments?: readonly PaymentView[];
  refunds?: readonly ToldRefund[];
  /** Whoever reads it, as the history names people; a guest who has an account now was another before. */
  me?: string;
};

/** An order's life as its buyer reads it, oldest first, and what is still to come. */
export function timelineOf(order: Story): TimelineStep[] {
  const taken = (order.payments ?? []).filter((payment) => isTaken(payment.status) && payment.completed_at !== null);
  const done = [...taken.map(paid), ...stepsOf(order, taken), ...(order.refunds ?? []).flatMap(wentBack)];
  return [...done.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)), ...stillToCome(order)];
}

type DoneStep = Extract<TimelineStep, { isDone: true }>;

const paid = (payment: PaymentView): DoneStep => ({
  isDone: true,
  kind: "paid",
  at: payment.completed_at ?? payment.updated_at,
  amount: payment.amount,
  method: payment.payment_method,
});

function wentBack(refund: ToldRefund): DoneStep[] {
  if (refund.status === "failed") return [];
  const kind = refund.status === "completed" ? "refunded" : "refund_sent";
  return [{ isDone: true, kind, at: refund.completed_at ?? refund.created_at, amount: refund.amount }];
}

/** The moves of the order itself; that a payment confirmed it is told by the payment. */
function stepsOf(order: Story, taken: readonly PaymentView[]): DoneStep[] {
  const buyers = [order.status_history[0]?.actor, order.me];
  return order.status_history.flatMap((change, at): DoneStep[] => {
    const isByMoney = taken.some((payment) => payment.completed_at === change.created_at);
    const kind = kindOf(change, { isFirst: at === 0, isByMoney, isKnown: order.payments !== undefined, buyers });
    const said = kind === "cancelled_late" ? undefined : change.notes || undefined;
    return kind === null ? [] : [{ isDone: true, kind, at: change.created_at, said }];
  });
}

type Circumstances = {
  isFirst: boolean;
  isByMoney: boolean;
  isKnown: boolean;
  buyers: readonly (string | undefined)[];
};

function kindOf(
  { from_status, to_status, actor }: Story["status_history"][number],
  { isFirst, isByMoney, isKnown, buyers }: Circumstances,
): Done | null {
  if (isFirst) return "ordered";
  if (to_status === "pending") return "unpaid_again";
  if (to_status === "cancelled") {
    if (actor === "system:reconcile") return "cancelled_late";
    return actor !== undefined && buyers.includes(actor) ? "cancelled_by_you" : "cancelled";
  }
  if (to_status !== "confirmed") return to_status;
  if (from_status === "cancelled") return "reinstated";
  if (isByMoney) return null;
  return isKnown ? "cash" : "confirmed";
}

const ROAD: readonly OrderState[] = ["pending", "confirmed", "in_progress", "shipped", "delivered"];
const AHEAD: readonly ToCome[] = ["pay", "in_progress", "shipped", "delivered"];

function stillToCome({ status, payment_status, refunds = [] }: Story): TimelineStep[] {
  const isOwed = payment_status === "paid" || payment_status === "partially_refunded";
  if (status === "cancelled") {
    const isUnderWay = refunds.some((refund) => refund.status === "processing");
    return isOwed && !isUnderWay ? [{ isDone: false, kind: "give_back" }] : [];
  }
  if (payment_status === "refunded") return [];
  return AHEAD.slice(ROAD.indexOf(status)).map((kind) => ({ isDone: false, kind }));
}
