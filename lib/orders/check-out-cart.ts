import { asCustomer } from "@/lib/orders/as-customer";
import { placeOrder } from "@/lib/orders/place-order";
import { listOrders } from "@/lib/orders/queries";
import type { OrderView, PlaceOrderInput } from "@/lib/orders/schemas";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { PaymentMethod } from "@/lib/payments/model";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";

const SENT_TWICE_MINUTES = 15;

export type CheckOutInput = PlaceOrderInput & {
  locale: Locale;
  payment_method: PaymentMethod;
  wallet_phone?: string;
  cnic_last6?: string;
};

/**
 * Makes the order and opens its payment. A form that was sent twice finds the cart empty and goes on with the order
 * that the first one made. Where the order stands and its payment cannot be opened, `payment` is null.
 */
export async function checkOutCart(
  ctx: UserCtx,
  input: CheckOutInput,
): Promise<{ order: OrderView; payment: InitiatedPaymentView | null }> {
  const order = await placeOrder(ctx, input).catch(async (thrown: unknown) => {
    const isEmpty = thrown instanceof AppError && thrown.code === "cart_empty";
    const earlier = isEmpty ? await findJustPlaced(ctx, input) : null;
    if (!earlier) throw thrown;
    return earlier;
  });
  try {
    const payment = await initiatePayment(ctx, {
      order_id: order.id,
      payment_method: input.payment_method,
      customer_phone: input.wallet_phone,
      cnic_last6: input.cnic_last6,
    });
    return { order, payment };
  } catch (thrown) {
    if (thrown instanceof AppError) return { order, payment: null };
    throw thrown;
  }
}

/** The order that this very form made a moment ago: same address, same total, and no other method chosen since. */
async function findJustPlaced(ctx: UserCtx, input: CheckOutInput): Promise<OrderView | null> {
  const { rows } = await listOrders(asCustomer(ctx), { page: 1, page_size: 1 });
  const since = minutesAfter(ctx.now, -SENT_TWICE_MINUTES).toISOString();
  const isTwin = (order: OrderView): boolean =>
    order.payment_status === "unpaid" &&
    order.created_at >= since &&
    order.shipping_address === input.shipping_address &&
    Number(order.total_amount) === Number(input.expected_total ?? order.total_amount) &&
    (order.status === "pending" ||
      (order.status === "confirmed" && order.payments.at(-1)?.payment_method === input.payment_method));
  return rows.find(isTwin) ?? null;
}
