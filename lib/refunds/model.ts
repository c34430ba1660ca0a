import type { OrderState } from "@/lib/orders/model";
import { isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import { addPaisa, type Paisa, paisa, timesPaisa, ZERO } from "@/lib/shared/money";

/** What a second administrator says to a refund that needs one. */
export const REFUND_DECISIONS = ["approved", "declined"] as const;

export const REFUND_STATES = ["processing", "completed", "failed"] as const;

/** By which of the gateway's calls money goes back; cash is handed over, and a person may have done it elsewhere. */
export const REFUND_WAYS = ["card", "wallet", "voucher", "cash", "by_hand"] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

/** By which way the money of a payment goes back, by the settled kind of transaction; null where that is not known. */
export function refundWayOf(payment: {
  paymentMethod: PaymentMethod;
  gatewayTxnType: string | null;
  voucherNumber: string | null;
}): Exclude<RefundWay, "by_hand"> | null {
  if (payment.paymentMethod === "cash_on_delivery") return "cash";
  switch (payment.gatewayTxnType ?? (payment.paymentMethod === "jazzcash_wallet" ? "MWALLET" : null)) {
    case "MPAY":
    case "MIGS":
      return "card";
    case "MWALLET":
      return "wallet";
    case "OTC":
      return payment.voucherNumber === null ? null : "voucher";
    default:
      return null;
  }
}

/** Where a payment stands after so much of what was taken has gone back. */
export const stateAfterRefund = (taken: Paisa, refunded: Paisa): "partially_refunded" | "refunded" =>
  refunded < taken ? "partially_refunded" : "refunded";

/** Money that pays for nothing that will be sent: all of it has to go back. */
export const isOwed = (payment: { status: PaymentState; isSurplus: boolean; orderStatus: OrderState }): boolean =>
  isTaken(payment.status) && (payment.isSurplus || payment.orderStatus === "cancelled");

/** How long a typed password speaks for whoever sends real money back. */
export const CONFIRMED_MINUTES = 10;

/** What goes back of one payment in several parts counts together: a limit is not got round by small pieces. */
export const needsApproval = (limit: Paisa | null, goneBack: Paisa, asked: Paisa): boolean =>
  limit !== null && addPaisa(goneBack, asked) > limit;

type Bought = {
  items: readonly { id: number; quantity: number; unitPrice: Paisa }[];
  itemsTotal: Paisa;
  discount: Paisa;
};

/**
 * What so many pieces of an order's lines cost their buyer: its discount is shared out by value, its delivery is not part
 * of it. Null where a line is not the order's, is named twice, or has fewer pieces.
 */
export function amountOfLines(
  { items, itemsTotal, discount }: Bought,
  lines: readonly { order_item_id: number; quantity: number }[],
): Paisa | null {
  const ids = new Set(lines.map((line) => line.order_item_id));
  if (ids.size !== lines.length || itemsTotal === 0) return null;
  let sum = ZERO;
  for (const { order_item_id, quantity } of lines) {
    const item = items.find(({ id }) => id === order_item_id);
    if (!item || quantity > item.quantity) return null;
    sum = addPaisa(sum, timesPaisa(item.unitPrice, quantity));
  }
  const shared = (BigInt(sum) * BigInt(Math.max(itemsTotal - discount, 0))) / BigInt(itemsTotal);
  return paisa(Number(shared));
}
