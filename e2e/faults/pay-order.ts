import { desc, eq } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { later, NOON } from "@/db/test-fixtures";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { PaymentMethod } from "@/lib/payments/model";
import type { UserCtx } from "@/lib/shared/context";

export const PAYER = { customer_phone: "03123456789", cnic_last6: "345678" };

/** Opens an attempt by a method, so many minutes after noon. */
export const payOrder = (ctx: UserCtx, order_id: number, payment_method: PaymentMethod, minutes = 0) =>
  initiatePayment({ ...ctx, now: later(NOON, minutes) }, { order_id, payment_method, ...PAYER });

/** The attempts of an order, the newest first. */
export const attemptsOf = ({ db }: UserCtx, orderId: number) =>
  db.select().from(payments).where(eq(payments.orderId, orderId)).orderBy(desc(payments.id));
