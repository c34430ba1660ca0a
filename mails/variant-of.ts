import type { LetterFacts } from "@/lib/messages/find-letter-facts";

export type OrderVariant =
  | "placed"
  | "placed_paid"
  | "confirmed"
  | "paid"
  | "paid_cash"
  | "paid_back"
  | "checked"
  | "failed"
  | "expired"
  | "voucher"
  | "refunded"
  | "refunded_cash"
  | "shipped"
  | "shipped_cash"
  | "delivered"
  | "cancelled"
  | "cancelled_late"
  | "cancelled_refunded"
  | "written";
export type AccountVariant = "reset" | "changed" | "invited" | "waiting";

/** Which words a message is written in, by what it tells of and how that stands now. */
export function variantOf({ message, order, payment, refund }: LetterFacts): OrderVariant | AccountVariant {
  const isUnpaid = order?.paymentStatus === "unpaid";
  const isCash = payment?.paymentMethod === "cash_on_delivery";
  switch (message.kind) {
    case "order_placed":
      return isUnpaid ? "placed" : "placed_paid";
    case "order_confirmed":
      return "confirmed";
    case "payment_received":
      if (payment?.isSurplus || order?.status === "cancelled") return "paid_back";
      return isCash ? "paid_cash" : "paid";
    case "payment_checked":
      return "checked";
    case "payment_failed":
      return "failed";
    case "payment_expired":
      return "expired";
    case "voucher_given":
      return "voucher";
    case "refund_completed":
      return refund?.way === "cash" || refund?.way === "by_hand" ? "refunded_cash" : "refunded";
    case "order_shipped":
      return isUnpaid ? "shipped_cash" : "shipped";
    case "order_delivered":
      return "delivered";
    case "order_cancelled":
      if (!isUnpaid) return "cancelled_refunded";
      return order?.cancelledBy?.startsWith("system:") ? "cancelled_late" : "cancelled";
    case "password_reset":
      return "reset";
    case "password_changed":
      return "changed";
    case "order_written":
      return "written";
    case "staff_invited":
      return "invited";
    case "reviews_waiting":
      return "waiting";
  }
}
