import type { OrderState } from "@/lib/orders/model";
import { isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import type { Paisa } from "@/lib/shared/money";

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
