import { and, asc, eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { requireSettlements } from "@/lib/settlements/queries";
import type { ListRowsQuery, SettlementRowView } from "@/lib/settlements/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { formatAmount } from "@/lib/shared/money";

/** A file's rows as they stand in it, each with the payment that it was matched to. */
export async function listRows(
  ctx: UserCtx,
  { fileId, outcome, line, page, page_size }: ListRowsQuery & { fileId: number },
): Promise<{ count: number; rows: SettlementRowView[] }> {
  requireSettlements(ctx);
  const where = and(
    eq(settlementRows.fileId, fileId),
    outcome && eq(settlementRows.outcome, outcome),
    line === undefined ? undefined : eq(settlementRows.line, line),
  );
  const rows = ctx.db
    .select({
      row: settlementRows,
      transactionId: payments.transactionId,
      orderId: payments.orderId,
      orderNumber: orders.orderNumber,
      reviewId: reviewItems.id,
      facts: reviewItems.facts,
    })
    .from(settlementRows)
    .leftJoin(payments, eq(payments.id, settlementRows.paymentId))
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(reviewItems, eq(reviewItems.settlementRowId, settlementRows.id))
    .where(where)
    .orderBy(asc(settlementRows.line))
    .limit(page_size)
    .offset((page - 1) * page_size);
  const [count, found] = await Promise.all([ctx.db.$count(settlementRows, where), rows]);
  if (count === 0 && (await ctx.db.$count(settlementFiles, eq(settlementFiles.id, fileId))) === 0) {
    throw new AppError("not_found", "There is no such settlement file.");
  }
  return {
    count,
    rows: found.map(({ row, transactionId, orderId, orderNumber, reviewId, facts }) => ({
      id: row.id,
      line: row.line,
      reference: row.reference,
      gross: formatAmount(row.grossPaisa),
      fee: formatAmount(row.feePaisa),
      tax: formatAmount(row.taxPaisa),
      net: formatAmount(row.netPaisa),
      settled_on: row.settledOn,
      outcome: row.outcome,
      payment_id: row.paymentId,
      order_id: orderId,
      transaction_id: transactionId,
      order_number: orderNumber,
      review_id: reviewId,
      facts,
    })),
  };
}
