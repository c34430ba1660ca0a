import { and, count, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import type { MessageChannel } from "@/lib/messages/model";
import { reachOf } from "@/lib/messages/reach-of";
import type { OrderState } from "@/lib/orders/model";
import { type PaymentRow, paymentView } from "@/lib/payments/payment-view";
import type { PaymentView } from "@/lib/payments/schemas";
import { isStaff, type UserCtx } from "@/lib/shared/context";
import { formatAmount } from "@/lib/shared/money";
import type { Locale } from "@/lib/users/model";

/** What somebody may see of the payments: those of their own orders, or all of them for staff. */
function visiblePayments({ db, actor }: UserCtx): SQL | undefined {
  if (isStaff(actor)) return undefined;
  return inArray(payments.orderId, db.select({ id: orders.id }).from(orders).where(eq(orders.userId, actor.userId)));
}

/** One payment that the person may see, or null. */
export async function findPayment(
  ctx: UserCtx,
  by: { id: number } | { transactionId: string },
): Promise<PaymentRow | null> {
  const isIt = "id" in by ? eq(payments.id, by.id) : eq(payments.transactionId, by.transactionId);
  const [row] = await ctx.db
    .select()
    .from(payments)
    .where(and(isIt, visiblePayments(ctx)));
  return row ?? null;
}

/** The payments that the person may see, newest first. */
export async function listPayments(
  ctx: UserCtx,
  page: { page: number; page_size: number },
): Promise<{ count: number; rows: PaymentView[] }> {
  const where = visiblePayments(ctx);
  const [[total], rows] = await Promise.all([
    ctx.db.select({ count: count() }).from(payments).where(where),
    ctx.db
      .select()
      .from(payments)
      .where(where)
      .orderBy(desc(payments.id))
      .limit(page.page_size)
      .offset((page.page - 1) * page.page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(paymentView) };
}

export type PaymentResult = {
  payment: PaymentView;
  order: {
    id: number;
    order_number: string;
    status: OrderState;
    locale: Locale;
    user_id: number;
    total_amount: string;
    customer_phone: string;
  };
  voucher_number: string | null;
  /** It pays for nothing that will be sent: the order was cancelled before it came, or paid otherwise. */
  is_owed_back: boolean;
  /** By which way its buyer hears of it; null where nobody can be reached. */
  reach: MessageChannel | null;
};

/** What the result page shows of an attempt; whose it is decides how much of it. */
export async function findPaymentResult(db: Database, transactionId: string): Promise<PaymentResult | null> {
  const [found] = await db
    .select({ payment: payments, order: orders, email: users.email, phone: users.phone })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .innerJoin(users, eq(users.id, orders.userId))
    .where(eq(payments.transactionId, transactionId));
  if (!found) return null;
  const { payment, order, email, phone } = found;
  return {
    payment: paymentView(payment),
    order: {
      id: order.id,
      order_number: order.orderNumber,
      status: order.status,
      locale: order.locale,
      user_id: order.userId,
      total_amount: formatAmount(order.totalPaisa),
      customer_phone: order.customerPhone,
    },
    voucher_number: payment.voucherNumber,
    is_owed_back: payment.isSurplus || (order.status === "cancelled" && payment.completedAt !== null),
    reach: reachOf({
      orderEmail: order.customerEmail,
      orderPhone: order.customerPhone,
      accountEmail: email,
      accountPhone: phone,
    }),
  };
}
