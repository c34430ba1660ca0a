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
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_CHANNELS = ["mail", "sms"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
