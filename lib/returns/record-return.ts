import { asc, eq, sql } from "drizzle-orm";
import { orderItems, orders } from "@/db/schema/orders";
import { returnLines, returns } from "@/db/schema/returns";
import { statement } from "@/db/statement";
import { recordAudit } from "@/lib/audit/record-audit";
import { isReturnable } from "@/lib/orders/model";
import { takeBackPieces } from "@/lib/orders/return-stock";
import type { ReturnLinesInput } from "@/lib/returns/schemas";
import { actorName, type Ctx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { sayStockChange } from "@/lib/stock/say-stock-change";

type Returned = Pick<ReturnLinesInput, "orderId" | "lines" | "reason">;

const COUNT_RETURNED = statement<{ orderId: number; ids: number[]; pieces: number[]; now: Date }, never>(
  ({ orderId, ids, pieces, now }) => sql`
    with seen as (update ${orders} set updated_at = ${now} where id = ${orderId})
    update ${orderItems} as item set returned = item.returned + line.pieces
    from unnest(${ids}::bigint[], ${pieces}::int[]) as line(id, pieces) where item.id = line.id`,
);

/**
 * Lines of an order came back, in the transaction that holds its lock: counted, their pieces in the stock again or
 * written off. Tells the return's id. Refuses `not_returnable` and `return_exceeds_order`.
 */
export async function recordReturn(
  { db: tx, now, actor, from }: Ctx,
  { orderId, lines, reason }: Returned,
): Promise<number> {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId));
  if (!order || !isReturnable(order.status, order.paymentStatus)) {
    const detail = "Only what was delivered, or was paid back on its way, can come back; before that it is cancelled.";
    throw new AppError("not_returnable", detail, { order_status: order?.status });
  }
  const items = await tx.select().from(orderItems).where(eq(orderItems.orderId, orderId)).orderBy(asc(orderItems.id));
  const returning = lines.map((line, at) => {
    const item = items.find(({ id }) => id === line.order_item_id);
    if (!item) throw invalidField(`lines.${at}.order_item_id`, "is no line of this order");
    const left = item.quantity - item.returned;
    if (line.quantity > left) {
      const detail = `Of ${item.productName} at most ${left} can still come back.`;
      throw new AppError("return_exceeds_order", detail, { order_item_id: item.id, available: left });
    }
    return { ...line, item };
  });
  const [made] = await tx
    .insert(returns)
    .values({ orderId, reason, actor: actorName(actor), createdAt: now })
    .returning({ id: returns.id });
  if (!made) throw new Error("the return was not written");
  await tx.insert(returnLines).values(
    returning.map(({ item, quantity, restock }) => ({
      returnId: made.id,
      orderItemId: item.id,
      quantity,
      isRestocked: restock,
    })),
  );
  const [ids, pieces] = [returning.map(({ item }) => item.id), returning.map(({ quantity }) => quantity)];
  await COUNT_RETURNED(tx, { orderId, ids, pieces, now });
  await sayStockChange({ db: tx, actor }, { kind: "lost", reason, orderId });
  await takeBackPieces(tx, {
    orderId,
    now,
    pieces: returning.map(({ item, quantity, restock }) => ({
      productId: item.productId,
      quantity,
      isRestocked: restock,
    })),
  });
  const details = { return: made.id, pieces: pieces.reduce((sum, count) => sum + count, 0), reason };
  await recordAudit(tx, { actor, now, from }, "order.return", `order:${orderId}`, details, {
    before: Object.fromEntries(returning.map(({ item }) => [item.productItemCode, item.returned])),
    after: Object.fromEntries(returning.map(({ item, quantity }) => [item.productItemCode, item.returned + quantity])),
  });
  return made.id;
}
