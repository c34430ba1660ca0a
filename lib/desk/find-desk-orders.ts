import { and, desc, eq, gte, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { orderItems, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { countDeskOrders } from "@/lib/desk/count-desk-orders";
import type { DeskQuery } from "@/lib/desk/schemas";
import { VERSION } from "@/lib/orders/require-version";
import { findOrderIds, isOneOf } from "@/lib/orders/search-orders";
import { visibleOrders } from "@/lib/orders/queries";
import type { PaymentMethod } from "@/lib/payments/model";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount } from "@/lib/shared/money";
import { minutesAfter, pakistanMidnight } from "@/lib/shared/pakistan-time";
import { requireStaff } from "@/lib/shared/require-role";

const PAGE_SIZE = 25;
const DAY_MINUTES = 24 * 60;

/** By which way an order is paid: that of its last attempt. */
const METHOD = sql<PaymentMethod | null>`(
  select attempt.payment_method from ${payments} as attempt where attempt.order_id = "orders".id
  order by attempt.id desc limit 1)`;
/** Whether JazzCash is asked how it stands, rather than its customer awaited with a voucher. */
const isChecked = (now: Date) => sql<boolean>`exists (
  select from ${payments} as attempt where attempt.order_id = "orders".id and attempt.status = 'processing'
    and (attempt.voucher_number is null or attempt.expires_at <= ${now} or exists (
      select from ${reviewItems} as item
      where item.payment_id = attempt.id and item.kind = 'amount_differs' and item.closed_at is null)))`;
const PIECES = sql<number>`(
  select sum(item.quantity)::int from ${orderItems} as item where item.order_id = "orders".id)`;

const queueOf = ({ queue }: Pick<DeskQuery, "queue">): SQL | undefined => {
  if (queue === "to_call") {
    const isOpenCash = and(eq(orders.status, "confirmed"), eq(orders.paymentStatus, "unpaid"));
    return and(isOpenCash, sql`${orders.calledAt} is null`);
  }
  if (queue !== "unshipped") return undefined;
  return and(inArray(orders.status, ["confirmed", "in_progress"]), ne(orders.paymentStatus, "refunded"));
};

/** What the filters leave of the orders, words aside. */
export const narrowedBy = (ctx: UserCtx, query: Omit<DeskQuery, "page">): SQL | undefined =>
  and(
    visibleOrders(ctx),
    query.status ? eq(orders.status, query.status) : undefined,
    query.payment_status ? eq(orders.paymentStatus, query.payment_status) : undefined,
    query.method ? sql`${METHOD} = ${query.method}` : undefined,
    query.city ? sql`lower(${orders.shippingCity}) = lower(${query.city})` : undefined,
    query.from ? gte(orders.createdAt, pakistanMidnight(query.from)) : undefined,
    query.to ? lt(orders.createdAt, minutesAfter(pakistanMidnight(query.to), DAY_MINUTES)) : undefined,
    queueOf(query),
  );

/**
 * One page of the orders that staff look for, newest first, each with its version. How many there are in all is told
 * where that is known without counting: null where it is not.
 */
export async function findDeskOrders(ctx: UserCtx, query: DeskQuery) {
  requireStaff(ctx.actor);
  const narrowed = narrowedBy(ctx, query);
  const found = query.search ? await findOrderIds(ctx.db, query.search, narrowed) : null;
  const byTime = query.from || query.to ? [desc(orders.createdAt)] : []; // a time in the past is found by its index
  const [rows, count] = await Promise.all([
    ctx.db
      .select({
        id: orders.id,
        orderNumber: orders.orderNumber,
        version: VERSION,
        status: orders.status,
        paymentStatus: orders.paymentStatus,
        totalPaisa: orders.totalPaisa,
        customerName: orders.customerName,
        customerPhone: orders.customerPhone,
        city: orders.shippingCity,
        courier: orders.courier,
        trackingNumber: orders.trackingNumber,
        createdAt: orders.createdAt,
        method: METHOD,
        pieces: PIECES,
        isChecked: isChecked(ctx.now),
      })
      .from(orders)
      .where(found ? isOneOf(found) : narrowed)
      .orderBy(...byTime, desc(orders.id))
      .limit(PAGE_SIZE + 1)
      .offset((query.page - 1) * PAGE_SIZE),
    found ? found.length : countDeskOrders(ctx, query),
  ]);
  return { rows: rows.slice(0, PAGE_SIZE).map(rowOf), hasMore: rows.length > PAGE_SIZE, count };
}

type Found = { totalPaisa: Parameters<typeof formatAmount>[0]; createdAt: Date };

const rowOf = <Row extends Found>({ totalPaisa, createdAt, ...row }: Row) => ({
  ...row,
  total: formatAmount(totalPaisa),
  createdAt: createdAt.toISOString(),
});
