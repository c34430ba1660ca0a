import { and, eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { env } from "@/lib/env";
import { hostedFormUrl } from "@/lib/jazzcash/config";
import { hostedRequest } from "@/lib/jazzcash/hosted-request";
import { isLive } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

export type HostedForm = { url: string; fields: Record<string, string>; amount: string; orderNumber: string };

const LEAST_MINUTES_LEFT = 5;

/** A form may go out until five minutes before its attempt expires: the payer needs some time on the page. */
export const isFormUsable = (payment: PaymentRow, now: Date): boolean =>
  payment.paymentMethod === "jazzcash" &&
  isLive(payment.status) &&
  [payment.expiresAt, payment.sentExpiresAt].every(
    (end) => end !== null && minutesAfter(now, LEAST_MINUTES_LEFT) < end,
  );

/** The form of an attempt, signed anew from its row: the same however often it is asked for. */
export function hostedFormFor(payment: PaymentRow, orderNumber: string): HostedForm {
  const config = env().jazzcash;
  const attempt = {
    transactionId: payment.transactionId,
    orderNumber,
    amount: payment.amountPaisa,
    createdAt: payment.createdAt,
    expiresAt: payment.sentExpiresAt ?? payment.createdAt,
  };
  return {
    url: hostedFormUrl(config),
    fields: hostedRequest(attempt, config),
    amount: formatAmount(payment.amountPaisa),
    orderNumber,
  };
}

/** The form of an attempt of one's own that can still be paid, or null. */
export async function hostedFormOf({ db, now, actor }: UserCtx, transactionId: string): Promise<HostedForm | null> {
  const [found] = await db
    .select({ payment: payments, orderNumber: orders.orderNumber })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(eq(payments.transactionId, transactionId), eq(orders.userId, actor.userId)));
  return found && isFormUsable(found.payment, now) ? hostedFormFor(found.payment, found.orderNumber) : null;
}
