import type { Tone } from "@/components/ui/notice";
import type { OrderState } from "@/lib/orders/model";
import type { PaymentView } from "@/lib/payments/schemas";

type Title = "successful" | "failed" | "checked" | "expired" | "cancelled" | "confirmed";
type Money =
  "successful" | "refunded" | "partly_refunded" | "failed" | "waiting" | "open" | "expired" | "cancelled" | "confirmed";
type Next =
  | "successful"
  | "refunded"
  | "failed"
  | "expired"
  | "cancelled"
  | "waiting"
  | "wallet"
  | "open"
  | "voucher"
  | "confirmed"
  | "closed"
  | "elsewhere"
  | "owed_back";

/** What a result page says: what happened to the money, what happens next, and whether it can be paid (again). */
export type Result = { title: Title; tone: Tone; money: Money; next: Next; isMoving: boolean; canPay: boolean };

const settled = (title: Title, tone: Tone, money: Money, next: Next): Result => ({
  title,
  tone,
  money,
  next,
  isMoving: false,
  canPay: false,
});

type Standing = { order: { status: OrderState }; hasVoucher: boolean; isOwedBack: boolean };

export function resultOf(payment: PaymentView, { order, hasVoucher, isOwedBack }: Standing): Result {
  const isCash = payment.payment_method === "cash_on_delivery";
  const isWallet = payment.payment_method === "jazzcash_wallet";
  switch (payment.status) {
    case "completed":
      return settled("successful", "good", "successful", isOwedBack ? "owed_back" : "successful");
    case "refunded":
      return settled("successful", "good", "refunded", "refunded");
    case "partially_refunded":
      return settled("successful", "good", "partly_refunded", isOwedBack ? "owed_back" : "successful");
    case "pending":
      return isCash
        ? settled("confirmed", "good", "confirmed", "confirmed")
        : { title: "checked", tone: "wait", money: "open", next: "open", isMoving: true, canPay: false };
    case "processing": {
      const next = hasVoucher ? "voucher" : isWallet ? "wallet" : "waiting";
      return { title: "checked", tone: "wait", money: "waiting", next, isMoving: true, canPay: false };
    }
    case "failed":
    case "expired":
    case "cancelled": {
      const { status } = payment;
      const tone = status === "failed" ? "bad" : "wait";
      if (order.status === "cancelled") return settled(status, tone, status, "closed");
      if (order.status !== "pending") return settled(status, tone, status, "elsewhere");
      return { title: status, tone, money: status, next: status, isMoving: false, canPay: true };
    }
  }
}
