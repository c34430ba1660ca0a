"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireUserContext } from "@/lib/http/require-user-context";
import { asCustomer } from "@/lib/orders/as-customer";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { checkOutCart } from "@/lib/orders/check-out-cart";
import { type Refill, refillCart } from "@/lib/orders/refill-cart";
import { CancelOrderInput, PlaceOrderInput } from "@/lib/orders/schemas";
import { asksForWallet, PaymentMethodFields } from "@/lib/payments/schemas";
import { mobileField, requiredText, wholeNumber } from "@/lib/shared/fields";

const CheckOutForm = asksForWallet(
  PlaceOrderInput.extend({
    customer_name: requiredText(120, "say a name"),
    customer_phone: mobileField,
    shipping_city: requiredText(80, "say a city"),
    ...PaymentMethodFields,
  }),
);

export const checkOutAction = action(
  () => requireUserContext("/checkout"),
  CheckOutForm,
  async (ctx, input) => {
    const { order, payment } = await checkOutCart(ctx, { ...input, locale: await getLocale() });
    if (!payment) return redirectTo(`/orders/${order.id}`);
    const path = `/payments/${payment.transaction_id}`;
    return redirectTo(payment.payment_method === "jazzcash" ? `${path}/pay` : path);
  },
);

const orderId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));
const orderOwner = ({ order_id = "" }: Record<string, string>) =>
  requireUserContext(`/orders/${Number(order_id) || ""}`);

export const cancelOrderAction = action(
  orderOwner,
  CancelOrderInput.pick({ reason: true }).extend({ order_id: orderId }),
  async (ctx, { order_id, reason }) => {
    await cancelOrder(asCustomer(ctx), { orderId: order_id, reason, returned: false, restock: false });
    await redirectTo(`/orders/${order_id}`);
  },
);

/** Null before it was asked. What is gone or dearer is said on the order's page. */
export async function orderAgainAction(_state: Refill | null, formData: FormData): Promise<Refill | null> {
  const id = orderId.safeParse(formData.get("order_id"));
  if (!id.success) return null;
  return refillCart(await requireUserContext(`/orders/${id.data}`), { orderId: id.data });
}
