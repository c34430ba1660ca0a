import { and, eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { hostedFormFor } from "@/lib/payments/hosted-form";
import type { PaymentRow } from "@/lib/payments/payment-view";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount } from "@/lib/shared/money";

const MESSAGES = {
  pending: "The payment is open.",
  processing: "The payment is being checked.",
  completed: "The payment is complete.",
  failed: "The payment failed.",
} as const;

/** An attempt as it is handed to whoever is to pay it: with the signed form where it is paid on the hosted page. */
export function initiatedPaymentView(payment: PaymentRow, orderNumber: string): InitiatedPaymentView {
  const status = payment.status;
  const view = {
    message: status in MESSAGES ? MESSAGES[status as keyof typeof MESSAGES] : `The payment is ${status}.`,
    payment_id: payment.id,
    transaction_id: payment.transactionId,
    payment_method: payment.paymentMethod,
    amount: formatAmount(payment.amountPaisa),
    status,
  };
  if (payment.paymentMethod !== "jazzcash") return view;
  const form = hostedFormFor(payment, orderNumber);
  return { ...view, jazzcash_payment_url: form.url, form_data: form.fields, jazzcash_form_data: form.fields };
}

/** What opening an attempt of one's own answered, as it stands now, or null. */
export async function findInitiatedPayment({ db, actor }: UserCtx, id: number): Promise<InitiatedPaymentView | null> {
  const [found] = await db
    .select({ payment: payments, orderNumber: orders.orderNumber })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(eq(payments.id, id), eq(orders.userId, actor.userId)));
  return found ? initiatedPaymentView(found.payment, found.orderNumber) : null;
}
