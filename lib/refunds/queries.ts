import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/returns";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { formatAmount } from "@/lib/shared/money";
import type { ListRefundRequestsQuery, RefundRequestView } from "@/lib/refunds/schemas";

type RequestRow = typeof refundRequests.$inferSelect;

const requestView = ({
  request,
  transactionId,
}: {
  request: RequestRow;
  transactionId: string;
}): RefundRequestView => ({
  id: request.id,
  payment_id: request.paymentId,
  transaction_id: transactionId,
  amount: formatAmount(request.amountPaisa),
  reason: request.reason,
  lines: request.lines.map(({ order_item_id, quantity }) => ({ order_item_id, quantity })),
  requested_by: `user:${request.requestedBy}`,
  requested_at: request.requestedAt.toISOString(),
  decision: request.decision,
  decided_by: request.decidedBy === null ? null : `user:${request.decidedBy}`,
  decided_at: request.decidedAt?.toISOString() ?? null,
  refund_id: request.refundId,
});

const select = (db: Database, where: SQL | undefined) =>
  db
    .select({ request: refundRequests, transactionId: payments.transactionId })
    .from(refundRequests)
    .innerJoin(payments, eq(payments.id, refundRequests.paymentId))
    .where(where);

/** Refunds that wait, or waited, for a second administrator: open ones first, then the newest. */
export async function listRefundRequests(
  { db, actor }: UserCtx,
  { page, page_size, open }: ListRefundRequestsQuery,
): Promise<{ count: number; rows: RefundRequestView[] }> {
  requireAdmin(actor, "Money is given back by the shop's administrators.");
  const where = and(
    open === "true" ? isNull(refundRequests.decidedAt) : undefined,
    open === "false" ? isNotNull(refundRequests.decidedAt) : undefined,
  );
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(refundRequests).where(where),
    select(db, where)
      .orderBy(sql`${refundRequests.decidedAt} is not null`, desc(refundRequests.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(requestView) };
}

/** All requests about one payment, newest first. */
export async function listRequestsOf(db: Database, paymentId: number): Promise<RefundRequestView[]> {
  const rows = await select(db, eq(refundRequests.paymentId, paymentId)).orderBy(desc(refundRequests.id));
  return rows.map(requestView);
}

export async function getRefundRequest(db: Database, id: number): Promise<RefundRequestView> {
  const [found] = await select(db, eq(refundRequests.id, id));
  if (!found) throw new AppError("refund_request_not_found", "No such refund was asked for.");
  return requestView(found);
}
