import { asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems } from "@/db/schema/orders";
import { refunds } from "@/db/schema/payments";
import { returnLines, returns } from "@/db/schema/returns";
import { refundView } from "@/lib/refunds/refund-view";
import type { ReturnView } from "@/lib/returns/schemas";

async function viewsWhere(db: Database, where: SQL): Promise<ReturnView[]> {
  const found = await db
    .select({ return: returns, refund: refunds })
    .from(returns)
    .leftJoin(refunds, eq(refunds.id, returns.refundId))
    .where(where)
    .orderBy(asc(returns.id));
  if (found.length === 0) return [];
  const ids = found.map((row) => row.return.id);
  const lines = await db
    .select({ line: returnLines, item: orderItems })
    .from(returnLines)
    .innerJoin(orderItems, eq(orderItems.id, returnLines.orderItemId))
    .where(inArray(returnLines.returnId, ids))
    .orderBy(asc(orderItems.id));
  return found.map(({ return: one, refund }) => ({
    id: one.id,
    order_id: one.orderId,
    reason: one.reason,
    actor: one.actor,
    lines: lines
      .filter(({ line }) => line.returnId === one.id)
      .map(({ line, item }) => ({
        order_item_id: item.id,
        product_item_code: item.productItemCode,
        product_name: item.productName,
        product_name_ur: item.productNameUr,
        quantity: line.quantity,
        restock: line.isRestocked,
      })),
    refund: refund && refundView(refund),
    created_at: one.createdAt.toISOString(),
  }));
}

/** What came back of one order, oldest first; whose order it is was asked before. */
export const listReturns = (db: Database, orderId: number) => viewsWhere(db, eq(returns.orderId, orderId));

/** One return by its id, or null; for the staff. */
export async function findReturn(db: Database, id: number): Promise<ReturnView | null> {
  const [view] = await viewsWhere(db, eq(returns.id, id));
  return view ?? null;
}
