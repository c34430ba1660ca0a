import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { exportOf, type ExportOf, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";
import { chosenBy } from "@/lib/payments/search-payments";
import type { UserCtx } from "@/lib/shared/context";

const COLUMNS = [
  ["transaction_id", "text", payments.transactionId],
  ["order_number", "text", orders.orderNumber],
  ["payment_method", "text", payments.paymentMethod],
  ["status", "text", payments.status],
  ["amount", "money", payments.amountPaisa],
  ["accepted_amount", "money", payments.acceptedPaisa],
  ["refunded_amount", "money", payments.refundedPaisa],
  ["is_surplus", "text", payments.isSurplus],
  ["response_code", "text", payments.responseCode],
  ["gateway_reference", "text", payments.gatewayReference],
  ["created_at", "time", payments.createdAt],
  ["completed_at", "time", payments.completedAt],
  ["expires_at", "time", payments.expiresAt],
] as const;

/** Attempts to pay, as the list of payments finds them, in the order in which they were opened. */
export const paymentsExport = ({ db, now }: UserCtx, filters: ExportFilters<"payments">): ExportOf =>
  exportOf(
    COLUMNS,
    sql`from ${payments} join ${orders} on ${orders.id} = ${payments.orderId}
      ${whereAll(chosenBy(db, filters, now))} order by ${payments.id}`,
  );
