import { eq, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { betweenDays, exportOf, type ExportOf, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";

const COLUMNS = [
  ["refund", "number", refunds.id],
  ["transaction_id", "text", payments.transactionId],
  ["order_number", "text", orders.orderNumber],
  ["amount", "money", refunds.amountPaisa],
  ["way", "text", refunds.way],
  ["status", "text", refunds.status],
  ["reason", "text", refunds.reason],
  ["gateway_code", "text", refunds.gatewayCode],
  ["by", "text", refunds.actor],
  ["created_at", "time", refunds.createdAt],
  ["completed_at", "time", refunds.completedAt],
] as const;

/** Money given back, in the order in which it was asked for. */
export const refundsExport = (filters: ExportFilters<"refunds">): ExportOf =>
  exportOf(
    COLUMNS,
    sql`from ${refunds} join ${payments} on ${payments.id} = ${refunds.paymentId}
      join ${orders} on ${orders.id} = ${payments.orderId} ${whereAll(
        betweenDays(refunds.createdAt, filters),
        filters.status && eq(refunds.status, filters.status),
      )} order by ${refunds.id}`,
  );
