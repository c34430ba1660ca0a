import { z } from "zod";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { PaymentView } from "@/lib/payments/schemas";
import { amountField, amountView, PageQuery, requiredText, textField, timeView } from "@/lib/shared/fields";

const discountCode = z
  .string()
  .trim()
  .optional()
  .refine((code) => !code, "this code is not valid");

export const PlaceOrderInput = z.object({
  shipping_address: requiredText(500, "where shall it be brought to?"),
  notes: textField(1000).default(""),
  customer_name: textField(120).default(""),
  customer_phone: textField(32).default(""),
  customer_email: z.union([z.literal(""), z.email("must be an e-mail address").max(254)]).default(""),
  shipping_province: textField(40).default(""),
  shipping_city: textField(80).default(""),
  shipping_area: textField(120).default(""),
  shipping_postal_code: textField(16).default(""),
  discount_code: discountCode,
  expected_total: amountField.optional(),
});
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

export const QuoteInput = z.object({ shipping_city: textField(80).default(""), discount_code: discountCode });

export const CancelOrderInput = z.object({
  reason: textField(500).default(""),
  returned: z.boolean().default(false),
  restock: z.boolean().default(false),
});
export type CancelOrderInput = z.infer<typeof CancelOrderInput> & { orderId: number };

export const UpdateStatusInput = z.object({
  status: z.enum(ORDER_STATES, `must be one of ${ORDER_STATES.join(", ")}`),
  notes: textField(1000).default(""),
});
export type UpdateStatusInput = z.infer<typeof UpdateStatusInput> & { orderId: number };

export const ListOrdersQuery = PageQuery.extend({
  status: z.enum(ORDER_STATES).optional(),
  payment_status: z.enum(ORDER_PAYMENT_STATES).optional(),
  search: textField(100).optional(),
});
export type ListOrdersQuery = z.infer<typeof ListOrdersQuery>;

const OrderItemView = z.object({
  id: z.int(),
  product_item_code: z.string(),
  product_name: z.string(),
  quantity: z.int(),
  unit_price: amountView,
  subtotal: amountView,
});

const StatusChangeView = z.object({
  from_status: z.enum(ORDER_STATES).nullable(),
  to_status: z.enum(ORDER_STATES),
  actor: z.string(),
  notes: z.string(),
  created_at: timeView,
});

export const OrderView = z.object({
  id: z.int(),
  order_number: z.string(),
  status: z.enum(ORDER_STATES),
  payment_status: z.enum(ORDER_PAYMENT_STATES),
  items_total: amountView,
  delivery_charge: amountView,
  discount: amountView,
  total_amount: amountView,
  paid_amount: amountView,
  refunded_amount: amountView,
  items: z.array(OrderItemView),
  payments: z.array(PaymentView),
  status_history: z.array(StatusChangeView),
  shipping_address: z.string(),
  shipping_province: z.string(),
  shipping_city: z.string(),
  shipping_area: z.string(),
  shipping_postal_code: z.string(),
  customer_name: z.string(),
  customer_phone: z.string(),
  customer_email: z.string(),
  notes: z.string(),
  created_at: timeView,
  updated_at: timeView,
  completed_at: timeView.nullable(),
});
export type OrderView = z.infer<typeof OrderView>;

export const QuoteView = z.object({
  items_total: amountView,
  delivery_charge: amountView,
  discount: amountView,
  total_amount: amountView,
});
export type QuoteView = z.infer<typeof QuoteView>;

export const StatisticsView = z.object({
  total_orders: z.int(),
  pending_orders: z.int(),
  completed_orders: z.int(),
  total_spent: amountView,
  unpaid_amount: amountView,
});
