import type { PaymentState } from "@/lib/payments/model";
import type { OrderEvent, OrderPaymentState, OrderState } from "@/lib/orders/model";
import { hasPassed, minutesAfter } from "@/lib/shared/pakistan-time";

/** What the shop writes to people about; each event of an order is told once. */
export const MESSAGE_KINDS = [
  "order_placed",
  "payment_received",
  "payment_checked",
  "payment_failed",
  "payment_expired",
  "voucher_given",
  "refund_completed",
  "order_confirmed",
  "order_shipped",
  "order_delivered",
  "order_cancelled",
  "password_reset",
  "password_changed",
  "order_written",
  "staff_invited",
  "reviews_waiting",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const OF_ACCOUNTS = ["password_reset", "password_changed", "staff_invited", "reviews_waiting"] as const;
type AccountMessage = (typeof OF_ACCOUNTS)[number];

/** Whether a message tells of an order; the others are about somebody's account. */
export const isOfOrder = (kind: MessageKind): kind is Exclude<MessageKind, AccountMessage> =>
  !OF_ACCOUNTS.some((one) => one === kind);

export const MESSAGE_CHANNELS = ["mail", "sms"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

type Attempt = { status: PaymentState; completedAt: Date | null; voucherNumber: string | null };

/** What a change of a payment is worth writing about, or null. */
export function kindOfPaymentChange(before: Attempt, after: Attempt): MessageKind | null {
  if (before.completedAt === null && after.completedAt !== null) return "payment_received";
  if (after.status === "processing" && before.voucherNumber === null && after.voucherNumber !== null) {
    return "voucher_given";
  }
  if (after.status === before.status) return null;
  if (after.status === "failed") return "payment_failed";
  return after.status === "expired" ? "payment_expired" : null;
}

const OF_STEP: { [E in OrderEvent]?: MessageKind } = {
  cash_chosen: "order_confirmed",
  shipped: "order_shipped",
  delivered: "order_delivered",
  cancelled: "order_cancelled",
  came_back: "order_cancelled",
};

/** What a step of an order is worth writing about, or null. */
export const kindOfOrderStep = (event: OrderEvent): MessageKind | null => OF_STEP[event] ?? null;

type Standing = {
  kind: MessageKind;
  order: { status: OrderState; paymentStatus: OrderPaymentState } | null;
  payment: { status: PaymentState } | null;
  /** Another attempt of the order was opened later. */
  isSucceeded: boolean;
  linkEndsAt: Date | null;
};

const WAITS_FOR_MONEY: { [K in MessageKind]?: PaymentState } = {
  payment_failed: "failed",
  payment_expired: "expired",
  payment_checked: "processing",
  voucher_given: "processing",
};

/** Whether a message that waited is true no more, so that it is better not sent: what came after it is told by itself. */
export function isOutdated({ kind, order, payment, isSucceeded, linkEndsAt }: Standing, now: Date): boolean {
  if (kind === "password_reset") return linkEndsAt === null || linkEndsAt <= now;
  const isCancelled = order?.status === "cancelled";
  const isUnpaid = order?.paymentStatus === "unpaid";
  if (kind === "order_placed") return isCancelled || (isUnpaid && order.status !== "pending"); // by cash: told by itself
  if (kind === "order_confirmed") return isCancelled || order?.status === "pending";
  const status = WAITS_FOR_MONEY[kind];
  if (!status) return false;
  return payment?.status !== status || isSucceeded || isCancelled || !isUnpaid;
}

const BACK_OFF_MINUTES = [1, 5, 15, 60, 180] as const;
const LONGEST_MINUTES = 360;
export const GIVEN_UP_AFTER_MINUTES = 48 * 60;

/** When a message that could not be handed over is tried again after so many tries; null: two days are enough. */
export function nextTry({ tries, createdAt }: { tries: number; createdAt: Date }, now: Date): Date | null {
  if (hasPassed(createdAt, GIVEN_UP_AFTER_MINUTES, now)) return null;
  return minutesAfter(now, BACK_OFF_MINUTES[tries - 1] ?? LONGEST_MINUTES);
}

export type Contact = {
  orderEmail: string;
  orderPhone: string;
  accountEmail: string | null;
  accountPhone: string | null;
};

/** By which way an order's news reaches its buyer: as `reachOf` in SQL chooses it. */
export function reachBy({ orderEmail, orderPhone, accountEmail, accountPhone }: Contact): MessageChannel | null {
  if (orderEmail || accountEmail) return "mail";
  return [orderPhone, accountPhone ?? ""].some(isMobile) ? "sms" : null;
}

const isMobile = (phone: string): boolean => /^(?:\+?92|0092|0)?3\d{9}$/.test(phone.replace(/[^\d+]/g, ""));
