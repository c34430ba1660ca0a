import type { CheckedOut } from "@/lib/orders/check-out-cart";

/** Where a sent checkout leads: to JazzCash, to how the payment stands, or to the order with a word why. */
export function pathAfterCheckout({ order, payment, isEarlier }: CheckedOut): string {
  if (isEarlier) return `/orders/${order.id}?notice=ordered_already`;
  if (!payment) return `/orders/${order.id}?notice=payment_not_opened`;
  const path = `/payments/${payment.transaction_id}`;
  return payment.payment_method === "jazzcash" && payment.status === "pending" ? `${path}/pay` : path;
}
