import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import type { PaymentMethod, PaymentState } from "@/lib/payments/model";
import { AppError } from "@/lib/shared/errors";

type LiveAttempt = { status: PaymentState; method: PaymentMethod; transactionId: string };
type Wish = { asStaff: boolean; returned: boolean; restock: boolean };

const NOT_YET_SHIPPED: readonly OrderState[] = ["pending", "confirmed", "in_progress"];

/**
 * Who may cancel what: the buyer an unpaid order before work on it began (and a confirmed one only as cash), staff any
 * that holds no money and is not shipped, and a cash parcel that came back. Throws the refusal.
 */
export function decideCancel(
  order: { status: OrderState; paymentStatus: OrderPaymentState },
  live: readonly LiveAttempt[],
  wish: Wish,
): { event: "cancelled" | "came_back"; returnsStock: boolean } {
  if (order.status === "cancelled") throw new AppError("order_cancelled", "This order is cancelled already.");
  const checked = live.find((attempt) => attempt.status === "processing");
  if (checked) {
    throw new AppError("payment_in_progress", "A payment of this order is being checked. Wait for its result.", {
      transaction_id: checked.transactionId,
    });
  }
  const isUnpaid = order.paymentStatus === "unpaid";
  const isCash = live.some((attempt) => attempt.method === "cash_on_delivery");
  if (wish.asStaff && wish.returned && order.status === "shipped" && isUnpaid && isCash) {
    return { event: "came_back", returnsStock: wish.restock };
  }
  const holdsNoMoney = isUnpaid || order.paymentStatus === "refunded";
  const isAllowed = wish.asStaff
    ? holdsNoMoney && NOT_YET_SHIPPED.includes(order.status)
    : isUnpaid && (order.status === "pending" || (order.status === "confirmed" && isCash));
  if (!isAllowed || wish.returned) {
    throw new AppError("order_not_cancellable", "This order cannot be cancelled any more.", {
      order_status: order.status,
      payment_status: order.paymentStatus,
    });
  }
  return { event: "cancelled", returnsStock: true };
}
