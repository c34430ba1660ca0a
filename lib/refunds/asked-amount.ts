import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems, orders } from "@/db/schema/orders";
import { amountOfLines } from "@/lib/refunds/model";
import type { RefundPaymentInput } from "@/lib/refunds/schemas";
import { invalidField } from "@/lib/shared/errors";
import { type Paisa, readAmount, ZERO } from "@/lib/shared/money";

/** How much is to go back: the amount that is named, what the lines cost, or null for all that is left. */
export async function askedAmount(
  db: Database,
  payment: { orderId: number },
  { amount, lines = [] }: Pick<RefundPaymentInput, "amount" | "lines">,
): Promise<Paisa | null> {
  if (lines.length === 0) return amount === undefined ? null : readAmount(amount);
  const [order] = await db.select().from(orders).where(eq(orders.id, payment.orderId));
  const items = await db.select().from(orderItems).where(eq(orderItems.orderId, payment.orderId));
  const bought = {
    items: items.map(({ id, quantity, unitPricePaisa }) => ({ id, quantity, unitPrice: unitPricePaisa })),
    itemsTotal: order?.itemsPaisa ?? ZERO,
    discount: order?.discountPaisa ?? ZERO,
  };
  const sum = amountOfLines(bought, lines);
  if (sum === null || sum === 0)
    throw invalidField("lines", "must be lines of this order, each once, and no more pieces");
  return sum;
}
