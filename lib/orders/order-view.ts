import type { orderItems, orderStatusHistory, orders } from "@/db/schema/orders";
import type { OrderView } from "@/lib/orders/schemas";
import type { PaymentView } from "@/lib/payments/schemas";
import { formatAmount, timesPaisa } from "@/lib/shared/money";

type OrderRow = typeof orders.$inferSelect;
type ItemRow = Pick<
  typeof orderItems.$inferSelect,
  "id" | "productItemCode" | "productName" | "productNameUr" | "quantity" | "returned" | "unitPricePaisa"
>;
type HistoryRow = Pick<
  typeof orderStatusHistory.$inferSelect,
  "fromStatus" | "toStatus" | "actor" | "notes" | "createdAt"
>;

/** An order as the API shows it. */
export function orderView(
  order: Omit<OrderRow, "cancelledBy" | "discountCodeId" | "userId" | "locale" | "calledAt" | "calledBy">,
  items: readonly ItemRow[],
  payments: PaymentView[],
  history: readonly HistoryRow[],
): OrderView {
  return {
    id: order.id,
    order_number: order.orderNumber,
    status: order.status,
    payment_status: order.paymentStatus,
    items_total: formatAmount(order.itemsPaisa),
    delivery_charge: formatAmount(order.deliveryPaisa),
    discount: formatAmount(order.discountPaisa),
    total_amount: formatAmount(order.totalPaisa),
    paid_amount: formatAmount(order.paidPaisa),
    refunded_amount: formatAmount(order.refundedPaisa),
    items: items.map((item) => ({
      id: item.id,
      product_item_code: item.productItemCode,
      product_name: item.productName,
      product_name_ur: item.productNameUr,
      quantity: item.quantity,
      returned: item.returned,
      unit_price: formatAmount(item.unitPricePaisa),
      subtotal: formatAmount(timesPaisa(item.unitPricePaisa, item.quantity)),
    })),
    payments,
    status_history: history.map((change) => ({
      from_status: change.fromStatus,
      to_status: change.toStatus,
      actor: change.actor,
      notes: change.notes,
      created_at: change.createdAt.toISOString(),
    })),
    shipping_address: order.shippingAddress,
    shipping_province: order.shippingProvince,
    shipping_city: order.shippingCity,
    shipping_area: order.shippingArea,
    shipping_postal_code: order.shippingPostalCode,
    customer_name: order.customerName,
    customer_phone: order.customerPhone,
    customer_email: order.customerEmail,
    notes: order.notes,
    courier: order.courier,
    tracking_number: order.trackingNumber,
    created_at: order.createdAt.toISOString(),
    updated_at: order.updatedAt.toISOString(),
    completed_at: order.completedAt?.toISOString() ?? null,
  };
}
