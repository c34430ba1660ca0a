import type { OrderState } from "@/lib/orders/model";
import { isTaken, type PaymentMethod, type PaymentState } from "@/lib/payments/model";
import { addPaisa, type Paisa, paisa, timesPaisa } from "@/lib/shared/money";

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

type Line = { id: number; quantity: number; unitPrice: Paisa; refunded: number };

/** A line of an order with its own part of the discount, and how many of its pieces were paid back. */
export type SharedLine = Line & { discount: Paisa };

const partOf = (whole: number, part: number, of: number): number =>
  of === 0 ? 0 : Number((BigInt(whole) * BigInt(part)) / BigInt(of)); // no product is too large to be exact

/**
 * An order's lines with what each of them bears of its discount, by value and to the paisa: all shares together are the
 * discount. What it takes off the delivery is no line's.
 */
export function shareDiscount<L extends Line>(lines: readonly L[], discount: Paisa): (L & { discount: Paisa })[] {
  const values = lines.map(({ unitPrice, quantity }) => timesPaisa(unitPrice, quantity));
  const items = addPaisa(...values);
  const onGoods = Math.min(discount, items);
  let upTo = 0;
  return lines.map((line, at) => {
    const before = partOf(onGoods, upTo, items);
    upTo += values[at] ?? 0;
    return { ...line, discount: paisa(partOf(onGoods, upTo, items) - before) };
  });
}

const paidForFirst = ({ unitPrice, quantity, discount }: SharedLine, pieces: number): Paisa =>
  paisa(timesPaisa(unitPrice, pieces) - partOf(discount, pieces, quantity));

/** What the next so many pieces of a line cost their buyer: in whatever parts it is paid back, all together are its price. */
export const worthOf = (line: SharedLine, pieces: number): Paisa =>
  paisa(paidForFirst(line, line.refunded + pieces) - paidForFirst(line, line.refunded));
