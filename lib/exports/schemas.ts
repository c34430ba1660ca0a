import { z } from "zod";
import { AuditFilters } from "@/lib/audit/schemas";
import { DESK_QUEUES } from "@/lib/desk/model";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { PaymentFilters } from "@/lib/payments/schemas";
import { ManageProductsQuery } from "@/lib/products/schemas";
import { REFUND_STATES } from "@/lib/refunds/model";
import { dayField, textField } from "@/lib/shared/fields";
import { STOCK_CHANGE_KINDS } from "@/lib/stock/model";

const days = { from: dayField.optional(), to: dayField.optional() };

/** The filters that a page may have in its address, by export; its page and columns are none. */
export const EXPORT_FILTERS = {
  orders: z.object({
    ...days,
    search: textField(100).optional(),
    status: z.enum(ORDER_STATES).optional(),
    payment_status: z.enum(ORDER_PAYMENT_STATES).optional(),
    method: z.enum(PAYMENT_METHODS).optional(),
    city: textField(80).optional(),
    queue: z.enum(DESK_QUEUES).optional(),
  }),
  payments: PaymentFilters,
  refunds: z.object({ ...days, status: z.enum(REFUND_STATES).optional() }),
  stock: z.object({
    ...days,
    product: textField(64).optional(),
    kind: z.enum([...STOCK_CHANGE_KINDS, "order"]).optional(),
  }),
  products: ManageProductsQuery.pick({ search: true, category: true, show: true }),
  audit: AuditFilters,
};

export type ExportFilters<Name extends keyof typeof EXPORT_FILTERS> = z.infer<(typeof EXPORT_FILTERS)[Name]>;
