import { addItem } from "@/lib/cart/add-item";
import { asCustomer } from "@/lib/orders/as-customer";
import { findOrder } from "@/lib/orders/queries";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

export type Refill = { added: number; gone: string[]; dearer: { name: string; was: string; now: string }[] };

/** Puts an order's products in the cart once more, at today's prices, and tells which are gone or dearer. */
export async function refillCart(ctx: UserCtx, { orderId }: { orderId: number }): Promise<Refill> {
  const order = await findOrder(asCustomer(ctx), orderId);
  if (!order) throw new AppError("order_not_found", "There is no such order.");
  const refill: Refill = { added: 0, gone: [], dearer: [] };
  for (const line of order.items) {
    try {
      const { item } = await addItem(ctx, { product_item_code: line.product_item_code, quantity: line.quantity });
      refill.added += 1;
      if (Number(item.unit_price) > Number(line.unit_price)) {
        refill.dearer.push({ name: line.product_name, was: line.unit_price, now: item.unit_price });
      }
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refill.gone.push(line.product_name);
    }
  }
  return refill;
}
