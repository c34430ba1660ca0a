import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveryZones } from "@/db/schema/orders";
import { aLine, gateway, orderInput, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { aCode } from "@/lib/discounts/test-discounts";
import { placeOrder } from "@/lib/orders/place-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { paisa } from "@/lib/shared/money";

type Wish = {
  by?: "cash" | "open cash" | "card" | "unknown way";
  discountPaisa?: number;
  delivery?: number;
  until?: "shipped" | "delivered";
};

/** Two vases at Rs 1,500, brought to their buyer, and paid but where the cash is still open. */
export async function aDeliveredOrder(
  db: Database,
  { by = "card", discountPaisa, delivery, until = "delivered" }: Wish = {},
) {
  const [buyer, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
  const code = discountPaisa ? await aCode(db, { amountPaisa: paisa(discountPaisa) }) : null;
  const city = delivery ? "quetta" : "";
  if (delivery)
    await db
      .insert(deliveryZones)
      .values({ city, chargePaisa: paisa(delivery) })
      .onConflictDoNothing();
  const { product } = await aLine(buyer, { quantity: 2 });
  const order = await placeOrder(buyer, orderInput({ discount_code: code?.code, shipping_city: city }));
  const isCash = by === "cash" || by === "open cash";
  const method = isCash ? "cash_on_delivery" : "jazzcash";
  const payment = await initiatePayment(buyer, { order_id: order.id, payment_method: method });
  if (by === "cash") await recordCash(staff, { paymentId: payment.payment_id });
  if (!isCash) {
    const pp_TxnType = by === "card" ? "MPAY" : "";
    await receiveNotice(gateway(db), returned(payment, { pp_TxnType }), "return");
  }
  for (const status of ["in_progress", "shipped", "delivered"] as const) {
    await updateOrderStatus(staff, { orderId: order.id, status, notes: "" });
    if (status === until) break;
  }
  if (delivery) await db.delete(deliveryZones).where(eq(deliveryZones.city, city));
  const item = order.items[0];
  if (!item) throw new Error("the order has no line");
  return { buyer, order, product, payment, item };
}
