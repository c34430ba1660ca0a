import { pgEnum } from "drizzle-orm/pg-core";
import { ACCOUNTS, EVENT_CHANNELS, MOVEMENT_KINDS, PAYMENT_METHODS, PAYMENT_STATES } from "@/lib/payments/model";
import { REFUND_STATES, REFUND_WAYS } from "@/lib/refunds/model";

export const paymentMethodEnum = pgEnum("payment_method", PAYMENT_METHODS);
export const paymentStatusEnum = pgEnum("payment_status", PAYMENT_STATES);
export const refundStatusEnum = pgEnum("refund_status", REFUND_STATES);
export const refundWayEnum = pgEnum("refund_way", REFUND_WAYS);
export const eventChannelEnum = pgEnum("payment_event_channel", EVENT_CHANNELS);
export const accountEnum = pgEnum("money_account", ACCOUNTS);
export const movementKindEnum = pgEnum("money_movement_kind", MOVEMENT_KINDS);
