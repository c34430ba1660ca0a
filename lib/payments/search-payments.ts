import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { buyerConditions } from "@/lib/orders/buyer-conditions";
import { numberRangeOf } from "@/lib/orders/search-terms";
import { searchedPaymentView } from "@/lib/payments/payment-view";
import type { PaymentFilters, SearchedPaymentView, SearchPaymentsQuery } from "@/lib/payments/schemas";
import { isLongUnknown } from "@/lib/payments/is-long-unknown";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { minutesAfter, pakistanMidnight } from "@/lib/shared/pakistan-time";

const DAY_MINUTES = 24 * 60;

/** So many of the newest for each way to be found. */
const MOST_FOUND = 1000;

/** Every attempt to pay, for staff, newest first: found by a reference, a voucher, an order, a phone or an e-mail, each by its index. */
export async function searchPayments(
  { db, now, actor }: UserCtx,
  query: SearchPaymentsQuery,
): Promise<{ count: number; rows: SearchedPaymentView[] }> {
  requireStaff(actor);
  const { page, page_size } = query;
  const where = chosenBy(db, query, now);
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(payments).where(where),
    db
      .select({ payment: payments, orderNumber: orders.orderNumber })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .where(where)
      .orderBy(desc(payments.createdAt), desc(payments.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(searchedPaymentView) };
}

/** What the filters leave of the attempts. */
export function chosenBy(db: Database, query: PaymentFilters, now: Date): SQL | undefined {
  const { search, status, method, code, from, to, surplus, unknown, give_back } = query;
  return and(
    search ? named(db, search) : undefined,
    status && eq(payments.status, status),
    method && eq(payments.paymentMethod, method),
    code ? eq(payments.responseCode, code) : undefined,
    from ? gte(payments.createdAt, pakistanMidnight(from)) : undefined,
    to ? lt(payments.createdAt, minutesAfter(pakistanMidnight(to), DAY_MINUTES)) : undefined,
    surplus && sql`${payments.isSurplus}`,
    unknown && isLongUnknown(now),
    give_back === "wanted" ? isNotNull(payments.giveBackWantedAt) : undefined,
    give_back === "stuck" ? inArray(payments.id, stuck(db)) : undefined,
  );
}

const stuck = (db: Database) =>
  db
    .select({ id: reviewItems.paymentId })
    .from(reviewItems)
    .where(and(eq(reviewItems.kind, "give_back_stuck"), isNull(reviewItems.closedAt)));

/** What somebody may have in hand: a reference of ours or of JazzCash, a voucher, an order's number, its buyer's phone or e-mail. */
function named(db: Database, search: string): SQL {
  const text = search.trim();
  const of = (isIt: SQL | undefined): SQL =>
    sql`(${db.select({ id: payments.id }).from(payments).where(isIt).orderBy(desc(payments.id)).limit(MOST_FOUND)})`;
  const ofOrders = (isIt: SQL): SQL =>
    of(inArray(payments.orderId, db.select({ id: orders.id }).from(orders).where(isIt).limit(MOST_FOUND)));
  const number = numberRangeOf(text);
  const ways = [
    of(eq(payments.transactionId, text.toUpperCase())),
    of(eq(payments.gatewayReference, text)),
    of(eq(payments.voucherNumber, text)),
    number && ofOrders(sql`${orders.orderNumber} between ${number.from} and ${number.to}`),
    ...buyerConditions(text, MOST_FOUND).map(ofOrders),
  ].filter((way) => way instanceof SQL);
  return sql`${payments.id} in (${sql.join(ways, sql` union all `)})`;
}
