import type { Database } from "@/db/client";
import { findBoughtLines } from "@/lib/refunds/find-bought-lines";
import { worthOf } from "@/lib/refunds/model";
import type { RefundedLine, RefundPaymentInput } from "@/lib/refunds/schemas";
import { AppError, invalidField } from "@/lib/shared/errors";
import { addPaisa, type Paisa, readAmount } from "@/lib/shared/money";

/**
 * What pieces of an order cost their buyer, under its lock. Refuses lines of other orders, and `refund_exceeds_order` for
 * pieces whose price was given back before.
 */
export async function pricePieces(db: Database, orderId: number, wished: readonly RefundedLine[]): Promise<Paisa> {
  const lines = await findBoughtLines(db, orderId);
  const worths = wished.map(({ order_item_id, quantity }) => {
    const line = lines.find(({ id }) => id === order_item_id);
    if (!line) throw invalidField("lines", "must be lines of this order");
    const left = line.quantity - line.refunded;
    if (quantity > left) {
      const detail = `Of ${line.productName} the price of at most ${left} can still be given back.`;
      throw new AppError("refund_exceeds_order", detail, { order_item_id, available: left });
    }
    return worthOf(line, quantity);
  });
  return addPaisa(...worths);
}

type Wish = Pick<RefundPaymentInput, "amount" | "lines">;
type Asked = { amount: Paisa | null; lines: readonly RefundedLine[] };

/** How much is to go back: the amount that is named, what the lines cost, or null for all that is left. */
export async function askedRefund(
  db: Database,
  { orderId, isSurplus }: { orderId: number; isSurplus: boolean },
  { amount, lines = [] }: Wish,
): Promise<Asked> {
  if (lines.length === 0) return { amount: amount === undefined ? null : readAmount(amount), lines };
  if (isSurplus) throw invalidField("lines", "were not paid for by this payment");
  const worth = await pricePieces(db, orderId, lines);
  if (worth === 0) throw invalidField("lines", "cost nothing");
  return { amount: worth, lines };
}
