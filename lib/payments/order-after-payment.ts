import type { Database } from "@/db/client";
import { retakeDiscount } from "@/lib/discounts/return-discount";
import { nextOrderState, type OrderState } from "@/lib/orders/model";
import { retakeStock } from "@/lib/orders/return-stock";
import type { LockedPayment } from "@/lib/payments/lock-payment";
import type { PaidOrderOutcome } from "@/lib/payments/model";
import type { ReviewKind } from "@/lib/reviews/model";

/** Where a success takes its order. */
export type OrderAfterPayment = { from: OrderState; to: OrderState };

/**
 * The order's side of a success, under its lock: an open order is paid, one that the clock cancelled is taken up again
 * if its stock can be had, one that cannot be served keeps the money in sight for a give-back. Null: a second payment
 * of a paid order leaves the order alone.
 */
export async function orderAfterPayment(
  tx: Database,
  payment: LockedPayment,
  outcome: PaidOrderOutcome,
  now: Date,
): Promise<OrderAfterPayment | null> {
  if (outcome === "surplus") return null;
  const from = payment.orderStatus;
  const isReinstated = outcome === "reinstate_if_stock" && (await retakeStock(tx, { orderId: payment.orderId, now }));
  if (isReinstated) await retakeDiscount(tx, { orderId: payment.orderId });
  return { from, to: nextOrderState(from, isReinstated ? "reinstated" : "paid") ?? from };
}

/** What a success leaves for a person: money twice, money without goods, or cash that must not be asked for any more. */
export function reviewAfterPayment(order: OrderAfterPayment | null, closedCash: number): ReviewKind | null {
  if (order === null) return "paid_twice";
  if (order.to === "cancelled") return "late_success";
  const isOnTheRoad = order.to === "shipped" || order.to === "delivered";
  return isOnTheRoad && closedCash > 0 ? "do_not_collect" : null;
}
