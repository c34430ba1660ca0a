import { and, count, desc, eq, gt, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { sessions, users } from "@/db/schema/users";
import type { FullPersonView, ListPeopleQuery, PersonView } from "@/lib/people/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { likePattern } from "@/lib/shared/like-pattern";
import { formatAmount, paisa } from "@/lib/shared/money";
import { requireAdmin } from "@/lib/shared/require-role";
import { readDevice } from "@/lib/users/read-device";

const LAST = 50;
const LAST_PLACES = 15;

/** Accounts that somebody may still come to. */
export const isAccount: SQL | undefined = and(sql`not ${users.isGuest}`, isNull(users.deletedAt));

function matchesPerson(search: string): SQL | undefined {
  const digits = search.replace(/\D/g, "");
  const byPhone = digits.length >= 10 ? sql`right(${users.phone}, 10) = ${digits.slice(-10)}` : undefined;
  return or(ilike(users.name, likePattern(search)), ilike(users.email, likePattern(search)), byPhone);
}

const ORDERS = sql<number>`(select count(*)::int from ${orders} as bought where bought.user_id = ${users}.id)`;
const RECEIVED = sql<number>`(select coalesce(sum(bought.paid_paisa - bought.refunded_paisa), 0)::bigint
  from ${orders} as bought where bought.user_id = ${users}.id)`.mapWith(Number);

const COLUMNS = { user: users, orders: ORDERS, received: RECEIVED };
type Found = { user: typeof users.$inferSelect; orders: number; received: number };

const personView = ({ user, orders: bought, received }: Found): PersonView => ({
  id: user.id,
  email: user.email ?? "",
  name: user.name,
  phone: user.phone,
  role: user.role,
  is_disabled: user.disabledAt !== null,
  has_second_factor: user.totpConfirmedAt !== null,
  orders: bought,
  received_amount: formatAmount(paisa(received)),
  created_at: user.createdAt.toISOString(),
});

/** People with an account, the newest first. */
export async function listPeople(
  { db, actor }: UserCtx,
  { page, page_size, search, role }: ListPeopleQuery,
): Promise<{ count: number; rows: PersonView[] }> {
  requireAdmin(actor);
  const isStaff = role && role !== "customer" ? sql`${users.role} <> 'customer'` : undefined; // the index's own words
  const where = and(isAccount, isStaff, role && eq(users.role, role), search ? matchesPerson(search) : undefined);
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(users).where(where),
    db
      .select(COLUMNS)
      .from(users)
      .where(where)
      .orderBy(desc(users.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(personView) };
}

/** One person with the last of what they bought and paid, where they are signed in, and the guests they were. */
export async function findPerson({ db, now, actor }: UserCtx, userId: number): Promise<FullPersonView | null> {
  requireAdmin(actor);
  const [[found], bought, paid, places, guests] = await Promise.all([
    db
      .select(COLUMNS)
      .from(users)
      .where(and(eq(users.id, userId), isAccount)),
    db.select().from(orders).where(eq(orders.userId, userId)).orderBy(desc(orders.id)).limit(LAST),
    db
      .select({ payment: payments })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .where(eq(orders.userId, userId))
      .orderBy(desc(orders.id), desc(payments.id))
      .limit(LAST),
    db
      .select({ tokenHash: sessions.tokenHash, userAgent: sessions.userAgent, createdAt: sessions.createdAt })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.createdAt))
      .limit(LAST_PLACES),
    db
      .select({ id: users.id, createdAt: users.createdAt })
      .from(users)
      .where(eq(users.mergedIntoId, userId))
      .orderBy(desc(users.id)),
  ]);
  if (!found) return null;
  return {
    ...personView(found),
    last_orders: bought.map((order) => ({
      id: order.id,
      order_number: order.orderNumber,
      status: order.status,
      payment_status: order.paymentStatus,
      total_amount: formatAmount(order.totalPaisa),
      created_at: order.createdAt.toISOString(),
    })),
    last_payments: paid.map(({ payment }) => ({
      id: payment.id,
      transaction_id: payment.transactionId,
      payment_method: payment.paymentMethod,
      status: payment.status,
      amount: formatAmount(payment.amountPaisa),
      created_at: payment.createdAt.toISOString(),
    })),
    sessions: places.map(({ tokenHash, userAgent, createdAt }) => {
      const { browser, system } = readDevice(userAgent) ?? { browser: "", system: "" };
      return { session: tokenHash.toString("hex"), browser, system, created_at: createdAt.toISOString() };
    }),
    merged_guests: guests.map(({ id, createdAt }) => ({ id, created_at: createdAt.toISOString() })),
  };
}
