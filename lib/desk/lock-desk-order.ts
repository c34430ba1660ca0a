import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { requireVersion } from "@/lib/orders/require-version";
import type { Seen } from "@/lib/orders/model";
import { AppError } from "@/lib/shared/errors";

/** The order that staff act on, locked and as they saw it; refuses `order_not_found` and `order_changed`. */
export async function lockDeskOrder(tx: Database, { orderId, ifMatch }: { orderId: number } & Seen) {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("no key update");
  if (!order) throw new AppError("order_not_found", "There is no such order.");
  await requireVersion(tx, orderId, ifMatch);
  return order;
}
