import type { Database } from "@/db/client";
import type { orders } from "@/db/schema/orders";
import { getSettings } from "@/lib/settings/get-settings";
import { AppError } from "@/lib/shared/errors";

type Order = Pick<typeof orders.$inferSelect, "status" | "paymentStatus" | "calledAt">;

/** Where the merchant wants it, work on an order that is to be paid in cash begins after its buyer was reached by phone. */
export async function requireCall(tx: Database, order: Order): Promise<void> {
  if (order.status !== "confirmed" || order.paymentStatus !== "unpaid" || order.calledAt) return;
  const { cashNeedsCall } = await getSettings({ db: tx });
  if (cashNeedsCall) throw new AppError("call_first", "Call the buyer before work on this cash order begins.");
}
