import { cache } from "react";
import { recordLook } from "@/lib/audit/record-look";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { findDeskOrders } from "@/lib/desk/find-desk-orders";
import { DeskQuery } from "@/lib/desk/schemas";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { findOrder } from "@/lib/orders/queries";
import { listRefunds } from "@/lib/refunds/list-refunds";
import { isAdmin } from "@/lib/shared/context";
import { readId } from "@/lib/shared/read-id";

/** The orders that the address asks for; null for everybody but the staff. */
export async function loadDeskOrders(search: Record<string, unknown>) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const query = DeskQuery.parse(search);
  await recordLook(ctx, "orders");
  return { ...(await findDeskOrders(ctx, query)), query, isAdmin: isAdmin(ctx.actor), now: ctx.now };
}

/** One order as the staff see it; null for everybody else, and where there is none. */
export const loadDeskOrder = cache(async (id: string) => {
  const ctx = await loadStaffContext();
  const orderId = readId(id);
  if (!ctx || orderId === null) return null;
  const found = await findDeskOrder(ctx, orderId);
  if (found) await recordLook(ctx, `order:${orderId}`);
  return found && { ...found, isAdmin: isAdmin(ctx.actor), now: ctx.now };
});

/** What is printed of an order for its parcel and its buyer. */
export async function loadDeskPapers(id: string) {
  const ctx = await loadStaffContext();
  const orderId = readId(id);
  if (!ctx || orderId === null) return null;
  const order = await findOrder(ctx, orderId);
  if (order) await recordLook(ctx, `order:${orderId}`);
  return order && { order, refunds: await listRefunds(ctx, order.id) };
}
