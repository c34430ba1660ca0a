import { sql } from "drizzle-orm";
import { orderItems, orders } from "@/db/schema/orders";
import { narrowedBy } from "@/lib/desk/find-desk-orders";
import { exportOf, type ExportOf, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";
import { searchOrders } from "@/lib/orders/search-orders";
import type { UserCtx } from "@/lib/shared/context";

const ITEMS = sql`(
  select string_agg(item.product_name || ' (' || item.product_item_code || ') × ' || item.quantity, '; ' order by item.id)
  from ${orderItems} as item where item.order_id = ${orders.id})`;

const COLUMNS = [
  ["order_number", "text", orders.orderNumber],
  ["created_at", "time", orders.createdAt],
  ["status", "text", orders.status],
  ["payment_status", "text", orders.paymentStatus],
  ["items_total", "money", orders.itemsPaisa],
  ["delivery_charge", "money", orders.deliveryPaisa],
  ["discount", "money", orders.discountPaisa],
  ["total_amount", "money", orders.totalPaisa],
  ["paid_amount", "money", orders.paidPaisa],
  ["refunded_amount", "money", orders.refundedPaisa],
  ["items", "text", ITEMS],
  ["customer_name", "text", orders.customerName],
  ["customer_phone", "text", orders.customerPhone],
  ["customer_email", "text", orders.customerEmail],
  ["shipping_address", "text", orders.shippingAddress],
  ["shipping_area", "text", orders.shippingArea],
  ["shipping_city", "text", orders.shippingCity],
  ["shipping_province", "text", orders.shippingProvince],
  ["courier", "text", orders.courier],
  ["tracking_number", "text", orders.trackingNumber],
  ["notes", "text", orders.notes],
  ["updated_at", "time", orders.updatedAt],
  ["completed_at", "time", orders.completedAt],
] as const;

/** Orders with what was bought, as the list of orders finds them, in the order in which they were made. */
export async function ordersExport(ctx: UserCtx, { search, ...filters }: ExportFilters<"orders">): Promise<ExportOf> {
  const narrowed = narrowedBy(ctx, filters);
  const where = search ? await searchOrders(ctx.db, search, narrowed) : narrowed;
  return exportOf(COLUMNS, sql`from ${orders} ${whereAll(where)} order by ${orders.id}`);
}
