import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { users } from "@/db/schema/users";
import { OLD_MINUTES, REVIEW_ACTIONS } from "@/lib/reviews/model";
import type { ListReviewsQuery, ReviewView } from "@/lib/reviews/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { requireStaff } from "@/lib/shared/require-role";

const COLUMNS = {
  item: reviewItems,
  orderId: payments.orderId,
  orderNumber: orders.orderNumber,
  transactionId: payments.transactionId,
  owner: users.email,
  ownerName: users.name,
  row: settlementRows,
  fileName: settlementFiles.name,
};

type Found = { item: typeof reviewItems.$inferSelect } & {
  [K in "orderNumber" | "transactionId" | "owner" | "ownerName" | "fileName"]: string | null;
} & { orderId: number | null; row: typeof settlementRows.$inferSelect | null };

const select = (db: Database) =>
  db
    .select(COLUMNS)
    .from(reviewItems)
    .leftJoin(settlementRows, eq(settlementRows.id, reviewItems.settlementRowId))
    .leftJoin(settlementFiles, eq(settlementFiles.id, settlementRows.fileId))
    .leftJoin(payments, sql`${payments.id} = coalesce(${reviewItems.paymentId}, ${settlementRows.paymentId})`)
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(users, eq(users.id, reviewItems.ownerId));

const reviewView = ({ item, row, fileName, orderId, orderNumber, transactionId, ...of }: Found): ReviewView => ({
  id: item.id,
  kind: item.kind,
  settlement_row: row && {
    id: row.id,
    file_id: row.fileId,
    file_name: fileName ?? "",
    source: row.source,
    line: row.line,
  },
  payment_id: item.paymentId ?? row?.paymentId ?? null,
  order_id: orderId,
  order_number: orderNumber,
  transaction_id: transactionId,
  facts: item.facts,
  actions: item.closedAt ? [] : [...REVIEW_ACTIONS[item.kind]],
  opened_at: item.openedAt.toISOString(),
  owner_id: item.ownerId,
  owner: of.owner,
  owner_name: of.ownerName,
  closed_at: item.closedAt?.toISOString() ?? null,
  closed_by: item.closedBy,
  resolution: item.resolution,
});

/** As a condition: about a row of this settlement file. */
export const isOfFile = (db: Database, file: number) =>
  inArray(
    reviewItems.settlementRowId,
    db.select({ id: settlementRows.id }).from(settlementRows).where(eq(settlementRows.fileId, file)),
  );

/** What needs, or needed, a person: open items first, the oldest of them first. */
export async function listReviews(
  { db, actor }: UserCtx,
  { page, page_size, id, file, kind, open, mine }: ListReviewsQuery,
): Promise<{ count: number; rows: ReviewView[] }> {
  requireStaff(actor);
  const where = and(
    id === undefined ? undefined : eq(reviewItems.id, id),
    file === undefined ? undefined : isOfFile(db, file),
    kind && eq(reviewItems.kind, kind),
    open === "true" ? isNull(reviewItems.closedAt) : undefined,
    open === "false" ? isNotNull(reviewItems.closedAt) : undefined,
    mine && eq(reviewItems.ownerId, actor.userId),
  );
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(reviewItems).where(where),
    select(db)
      .where(where)
      .orderBy(
        sql`${reviewItems.closedAt} is not null`,
        desc(reviewItems.closedAt),
        asc(reviewItems.openedAt),
        asc(reviewItems.id),
      )
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
export async function countOldReviews({ db, now, actor }: UserCtx): Promise<number> {
  requireStaff(actor);
  return db.$count(
    reviewItems,
    and(isNull(reviewItems.closedAt), lte(reviewItems.openedAt, minutesAfter(now, -OLD_MINUTES))),
  );
}
