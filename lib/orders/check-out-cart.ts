import { provinceOfCity } from "@/lib/addresses/model";
import { saveAddress } from "@/lib/addresses/save-address";
import { AddressInput } from "@/lib/addresses/schemas";
import { refuseCash } from "@/lib/cash/refuse-cash";
import { makeOnce, type RecordResult } from "@/lib/http/idempotency";
import { asCustomer } from "@/lib/orders/as-customer";
import { findChosenAddress } from "@/lib/orders/find-chosen-address";
import { findOrderedSince } from "@/lib/orders/find-ordered-since";
import { placeOrder } from "@/lib/orders/place-order";
import { findOrder } from "@/lib/orders/queries";
import type { CheckOutForm, OrderView } from "@/lib/orders/schemas";
import { PAGE_PATIENCE_MS } from "@/lib/payments/model";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { InitiatedPaymentView, PaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { AppError } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";

const RECENT_MINUTES = 15;

/** What the form asks for; a saved place may lie in a province that is on no list any more. */
type Wanted = Omit<CheckOutForm, "shipping_province"> & { shipping_province: string; locale: Locale };

type Attempt = Pick<PaymentView | InitiatedPaymentView, "transaction_id" | "payment_method" | "status">;

/** `isEarlier`: another form has ordered what this one was about. Without `payment` its opening failed. */
export type CheckedOut = { order: OrderView; payment: Attempt | null; isEarlier: boolean };

/**
 * Makes the order of one form, once however often the form is sent, and opens its payment. A form whose cart was
 * ordered by another since it was opened leads to that order; what fails after the order exists leads to it as well.
 */
export async function checkOutCart(ctx: UserCtx, form: Wanted): Promise<CheckedOut> {
  const chosen = await findChosenAddress(ctx, form.address_id);
  const place = { ...form, ...chosen };
  const input = { ...place, shipping_province: place.shipping_province || provinceOfCity(place.shipping_city) };
  try {
    const order = await placeOnce(ctx, input);
    if (form.save_address && !chosen) await keepAddress(ctx, input);
    return { order, payment: await attemptFor(ctx, order, input), isEarlier: false };
  } catch (thrown) {
    const isEmpty = thrown instanceof AppError && thrown.code === "cart_empty";
    const order = isEmpty ? await findOrderedSince(ctx, openedAt(ctx, form.form_key)) : null;
    if (!order) throw thrown;
    return { order, payment: null, isEarlier: true };
  }
}

/** The key alone is what counts: a form that comes back by "Back" and is sent once more is still the same form. */
async function placeOnce(ctx: UserCtx, input: Wanted): Promise<OrderView> {
  if (!input.form_key) return placeOrder(ctx, input, cashAllowed(input));
  const { result } = await makeOnce(ctx, input.form_key, {
    route: "checkout",
    input: {},
    run: (recordResult) => placeOrder(ctx, input, cashAllowed(input, recordResult)),
    find: (id) => findOrder(asCustomer(ctx), id),
    status: 201,
  });
  return result;
}

/** Where cash cannot be had the order is not made at all, and the form stays to choose another method. */
const cashAllowed =
  ({ payment_method }: Wanted, recordResult?: RecordResult): RecordResult =>
  async (tx, id) => {
    if (payment_method === "cash_on_delivery") await refuseCash(tx, id);
    await recordResult?.(tx, id);
  };

/** What was opened for the order already, else a new attempt; null where none could be opened, which stops nothing. */
async function attemptFor(ctx: UserCtx, order: OrderView, input: Wanted): Promise<Attempt | null> {
  const known = order.payments.at(-1);
  if (known) return known;
  try {
    const wanted = {
      order_id: order.id,
      payment_method: input.payment_method,
      customer_phone: input.wallet_phone,
      cnic_last6: input.cnic_last6,
    };
    return await initiatePayment(ctx, wanted, { patienceMs: PAGE_PATIENCE_MS });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) console.error(`No payment was opened: ${describeError(thrown)}`);
    const now = await findOrder(asCustomer(ctx), order.id).catch(() => null);
    return now?.payments.at(-1) ?? null; // a twin of this form may have opened it
  }
}

async function keepAddress(ctx: UserCtx, form: Wanted): Promise<void> {
  const address = AddressInput.safeParse({
    name: form.customer_name,
    phone: form.customer_phone,
    province: form.shipping_province,
    city: form.shipping_city,
    area: form.shipping_area,
    address: form.shipping_address,
  });
  if (!address.success || ctx.actor.isGuest) return;
  await saveAddress(ctx, address.data).catch((thrown: unknown) => {
    if (!(thrown instanceof AppError)) console.error(`An address was not saved: ${describeError(thrown)}`);
  });
}

/** When a form was opened, as its key begins with that time; where there is none, a short while ago. */
const openedAt = (ctx: UserCtx, key: string | undefined): Date =>
  key ? new Date(Number(key.split("-", 1)[0])) : minutesAfter(ctx.now, -RECENT_MINUTES);
