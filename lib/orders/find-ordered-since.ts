import { asCustomer } from "@/lib/orders/as-customer";
import { listOrders } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";

/** The order that somebody made last, if that was since then and it still stands. */
export async function findOrderedSince(ctx: UserCtx, since: Date): Promise<OrderView | null> {
  const { rows } = await listOrders(asCustomer(ctx), { page: 1, page_size: 1 });
  return rows.find((order) => order.created_at >= since.toISOString() && order.status !== "cancelled") ?? null;
}
