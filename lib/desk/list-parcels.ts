import { desc, inArray } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** An order that is about to be shipped, in the version that was chosen. */
export type Parcel = { orderId: number; orderNumber: string; version: string; trackingNumber: string };

/** The orders that were chosen to be shipped together, as whoever packs them names them. */
export async function listParcels(
  { db, actor }: UserCtx,
  chosen: readonly { orderId: number; ifMatch: readonly string[] }[],
): Promise<Parcel[]> {
  requireStaff(actor);
  const versions = new Map(chosen.map(({ orderId, ifMatch }) => [orderId, ifMatch[0] ?? ""]));
  const rows = await db
    .select({ orderId: orders.id, orderNumber: orders.orderNumber, trackingNumber: orders.trackingNumber })
    .from(orders)
    .where(inArray(orders.id, [...versions.keys()]))
    .orderBy(desc(orders.id));
  return rows.map((row) => ({ ...row, version: versions.get(row.orderId) ?? "" }));
}
