import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { refundRequests } from "@/db/schema/returns";
import { lockPaymentById } from "@/lib/payments/lock-payment";
import { AppError } from "@/lib/shared/errors";

/** A request that nobody has decided, with its payment, both locked: of many who decide at once, one does. */
export async function lockRequest(tx: Database, id: number) {
  const isIt = eq(refundRequests.id, id);
  const [named] = await tx.select({ paymentId: refundRequests.paymentId }).from(refundRequests).where(isIt);
  const payment = named && (await lockPaymentById(tx, named.paymentId));
  if (!payment) throw new AppError("refund_request_not_found", "No such refund was asked for.");
  const [request] = await tx.select().from(refundRequests).where(isIt).for("update");
  if (!request || request.decidedAt) {
    throw new AppError("refund_request_closed", "This refund was approved or declined already.");
  }
  return { payment, request };
}
