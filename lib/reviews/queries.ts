import { and, asc, count, desc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import { OLD_MINUTES, REVIEW_ACTIONS } from "@/lib/reviews/model";
import type { ListReviewsQuery, ReviewView } from "@/lib/reviews/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const COLUMNS = {
  item: reviewItems,
  orderId: payments.orderId,
  orderNumber: orders.orderNumber,
  transactionId: payments.transactionId,
  owner: users.email,
};

type Found = { item: typeof reviewItems.$inferSelect } & {
  [K in "orderNumber" | "transactionId" | "owner"]: string | null;
} & { orderId: number | null };

const select = (db: Database) =>
  db
    .select(COLUMNS)
    .from(reviewItems)
    .leftJoin(payments, eq(payments.id, reviewItems.paymentId))
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(users, eq(users.id, reviewItems.ownerId));

const reviewView = ({ item, orderId, orderNumber, transactionId, owner }: Found): ReviewView => ({
  id: item.id,
  kind: item.kind,
  payment_id: item.paymentId,
  order_id: orderId,
  order_number: orderNumber,
  transaction_id: transactionId,
  facts: item.facts,
  actions: item.closedAt ? [] : [...REVIEW_ACTIONS[item.kind]],
  opened_at: item.openedAt.toISOString(),
  owner_id: item.ownerId,
  owner,
  closed_at: item.closedAt?.toISOString() ?? null,
  closed_by: item.closedBy,
  resolution: item.resolution,
});

/** What needs, or needed, a person: open items first, the oldest of them first. */
export async function listReviews(
  { db, actor }: UserCtx,
  { page, page_size, kind, open, mine }: ListReviewsQuery,
): Promise<{ count: number; rows: ReviewView[] }> {
  const where = and(
    kind && eq(reviewItems.kind, kind),
    open === "true" ? isNull(reviewItems.closedAt) : undefined,
    open === "false" ? isNotNull(reviewItems.closedAt) : undefined,
    mine && eq(reviewItems.ownerId, actor.userId),
  );
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(reviewItems).where(where),
    select(db)
      .where(where)
      .orderBy(sql`${reviewItems.closedAt} is not null`, desc(reviewItems.closedAt), asc(reviewItems.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(reviewView) };
}

/** One item with its payment, or null. */
export async function findReview(db: Database, id: number): Promise<ReviewView | null> {
  const [found] = await select(db).where(eq(reviewItems.id, id));
  return found ? reviewView(found) : null;
}

/** How many have waited for a person for too long. */
export const countOldReviews = ({ db, now }: Pick<UserCtx, "db" | "now">): Promise<number> =>
  db.$count(reviewItems, and(isNull(reviewItems.closedAt), lte(reviewItems.openedAt, minutesAfter(now, -OLD_MINUTES))));
