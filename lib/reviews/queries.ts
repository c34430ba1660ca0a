import { and, asc, count, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { REVIEW_ACTIONS } from "@/lib/reviews/model";
import type { ListReviewsQuery, ReviewView } from "@/lib/reviews/schemas";
import type { UserCtx } from "@/lib/shared/context";

const COLUMNS = { item: reviewItems, orderId: payments.orderId, transactionId: payments.transactionId };

type Found = { item: typeof reviewItems.$inferSelect; orderId: number; transactionId: string };

const reviewView = ({ item, orderId, transactionId }: Found): ReviewView => ({
  id: item.id,
  kind: item.kind,
  payment_id: item.paymentId,
  order_id: orderId,
  transaction_id: transactionId,
  facts: item.facts,
  actions: item.closedAt ? [] : [...REVIEW_ACTIONS[item.kind]],
  opened_at: item.openedAt.toISOString(),
  closed_at: item.closedAt?.toISOString() ?? null,
  closed_by: item.closedBy,
  resolution: item.resolution,
});

/** What needs, or needed, a person: open items first, the oldest of them first. */
export async function listReviews(
  { db }: UserCtx,
  { page, page_size, kind, open }: ListReviewsQuery,
): Promise<{ count: number; rows: ReviewView[] }> {
  const where = and(
    kind && eq(reviewItems.kind, kind),
    open === "true" ? isNull(reviewItems.closedAt) : undefined,
    open === "false" ? isNotNull(reviewItems.closedAt) : undefined,
  );
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(reviewItems).where(where),
    db
      .select(COLUMNS)
      .from(reviewItems)
      .innerJoin(payments, eq(payments.id, reviewItems.paymentId))
      .where(where)
      .orderBy(sql`${reviewItems.closedAt} is not null`, desc(reviewItems.closedAt), asc(reviewItems.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(reviewView) };
}

/** One item with its payment, or null. */
export async function findReview(db: Database, id: number): Promise<ReviewView | null> {
  const [found] = await db
    .select(COLUMNS)
    .from(reviewItems)
    .innerJoin(payments, eq(payments.id, reviewItems.paymentId))
    .where(eq(reviewItems.id, id));
  return found ? reviewView(found) : null;
}
