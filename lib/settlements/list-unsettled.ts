import { and, asc, eq, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { takenOf } from "@/lib/payments/model";
import { getSettings } from "@/lib/settings/get-settings";
import { requireSettlements } from "@/lib/settlements/queries";
import type { ListUnsettledQuery, UnsettledView } from "@/lib/settlements/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, paisa } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;

/** What customers paid and no file has paid out for longer than the merchant waits, the oldest first. */
export async function listUnsettled(
  ctx: UserCtx,
  { source, page, page_size }: ListUnsettledQuery,
): Promise<{ count: number; rows: UnsettledView[]; after_days: number }> {
  requireSettlements(ctx);
  const { unsettledAfterDays } = await getSettings(ctx);
  const isTheirs = source === "courier" ? eq : ne;
  const where = and(
    isNotNull(payments.completedAt),
    isNull(payments.settledAt),
    lt(payments.completedAt, minutesAfter(ctx.now, -unsettledAfterDays * DAY_MINUTES)),
    isTheirs(payments.paymentMethod, "cash_on_delivery"),
    sql`${payments.status} <> 'refunded'`,
  );
  const rows = ctx.db
    .select({ payment: payments, orderNumber: orders.orderNumber })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(where)
    .orderBy(asc(payments.completedAt), asc(payments.id))
    .limit(page_size)
    .offset((page - 1) * page_size);
  const [count, found] = await Promise.all([ctx.db.$count(payments, where), rows]);
  return { count, after_days: unsettledAfterDays, rows: found.map((one) => unsettledView(one, ctx.now)) };
}

type Found = { payment: typeof payments.$inferSelect; orderNumber: string };

function unsettledView({ payment, orderNumber }: Found, now: Date): UnsettledView {
  const completedAt = payment.completedAt ?? now;
  return {
    payment_id: payment.id,
    order_id: payment.orderId,
    order_number: orderNumber,
    transaction_id: payment.transactionId,
    payment_method: payment.paymentMethod,
    amount: formatAmount(paisa(takenOf(payment) - payment.refundedPaisa)),
    completed_at: completedAt.toISOString(),
    days: Math.floor((now.getTime() - completedAt.getTime()) / DAY_MS),
  };
}
