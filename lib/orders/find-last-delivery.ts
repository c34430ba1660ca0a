import { desc, eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import type { UserCtx } from "@/lib/shared/context";

/** What was written at somebody's last order, by the names of the form; nothing before the first. */
export async function findLastDelivery({ db, actor }: UserCtx): Promise<Record<string, string>> {
  const [last] = await db
    .select({
      customer_name: orders.customerName,
      customer_phone: orders.customerPhone,
      customer_email: orders.customerEmail,
      shipping_province: orders.shippingProvince,
      shipping_city: orders.shippingCity,
      shipping_area: orders.shippingArea,
      shipping_address: orders.shippingAddress,
    })
    .from(orders)
    .where(eq(orders.userId, actor.userId))
    .orderBy(desc(orders.id))
    .limit(1);
  return last ?? {};
}
