import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { orderItems } from "@/db/schema/orders";
import { statement } from "@/db/statement";

type Line = { id: number; stock: number; quantity: number };

/**
 * The products of an order, locked in the order of their ids, with its pieces that did not come back before; what changes
 * them is a statement of its own.
 */
const LOCK_PRODUCTS = statement<{ orderId: number }, Line>(
  ({ orderId }) => sql`
    select ${products.id}, ${products.stock}, ${orderItems.quantity} - ${orderItems.returned} as quantity
    from ${products} join ${orderItems} on ${orderItems.productId} = ${products.id}
    where ${orderItems.orderId} = ${orderId}
    order by ${products.id} for no key update of ${products}`,
);

const CHANGE_STOCK = statement<{ ids: number[]; stock: number[]; sold: number[]; now: Date }, never>(
  ({ ids, stock, sold, now }) => sql`
    update ${products} as product set stock = product.stock + line.stock, sold = product.sold + line.sold,
      updated_at = ${now}
    from unnest(${ids}::bigint[], ${stock}::int[], ${sold}::int[]) as line(id, stock, sold)
    where product.id = line.id`,
);

type OfOrder = { orderId: number; now: Date };

/** An order stands no more, in the caller's transaction: its pieces return to the stock, or are lost with the parcel. */
export async function returnStock(tx: Database, { orderId, now, isLost = false }: OfOrder & { isLost?: boolean }) {
  const lines = await LOCK_PRODUCTS(tx, { orderId });
  await CHANGE_STOCK(tx, {
    ids: lines.map((line) => line.id),
    stock: lines.map((line) => (isLost ? 0 : line.quantity)),
    sold: lines.map((line) => -line.quantity),
    now,
  });
}

type Piece = { productId: number; quantity: number; isRestocked: boolean };

/** Pieces of a delivered order came back, in the caller's transaction: to be sold again, or as good as lost. */
export async function takeBackPieces(tx: Database, { orderId, pieces, now }: OfOrder & { pieces: readonly Piece[] }) {
  await LOCK_PRODUCTS(tx, { orderId });
  await CHANGE_STOCK(tx, {
    ids: pieces.map((piece) => piece.productId),
    stock: pieces.map((piece) => (piece.isRestocked ? piece.quantity : 0)),
    sold: pieces.map((piece) => -piece.quantity),
    now,
  });
}

/** Takes an order's stock once more, all of it or none, in the caller's transaction; tells whether it was to be had. */
export async function retakeStock(tx: Database, { orderId, now }: OfOrder): Promise<boolean> {
  const lines = await LOCK_PRODUCTS(tx, { orderId });
  if (lines.some((line) => line.stock < line.quantity)) return false;
  await CHANGE_STOCK(tx, {
    ids: lines.map((line) => line.id),
    stock: lines.map((line) => -line.quantity),
    sold: lines.map((line) => line.quantity),
    now,
  });
  return true;
}
