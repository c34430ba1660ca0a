"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { action, fieldProblemsOf, keptOf, textsOf } from "@/lib/http/action";
import type { FormState } from "@/lib/http/form-state";
import { loadUserContext } from "@/lib/http/load-user-context";
import { redirectInPlace } from "@/lib/http/redirect-in-place";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireUserContext } from "@/lib/http/require-user-context";
import { asCustomer } from "@/lib/orders/as-customer";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { checkOutCart } from "@/lib/orders/check-out-cart";
import { pathAfterCheckout } from "@/lib/orders/path-after-checkout";
import { quoteCheckout } from "@/lib/orders/quote-checkout";
import { type Refill, refillCart } from "@/lib/orders/refill-cart";
import { CancelOrderInput, CheckOutDraft, CheckOutForm, type QuoteView } from "@/lib/orders/schemas";
import { AppError } from "@/lib/shared/errors";
import { wholeNumber } from "@/lib/shared/fields";

/** What the checkout knows after it was sent: also what it would cost now. */
export type CheckoutState = FormState & { quote?: QuoteView };

const placeFromForm = action(
  () => requireUserContext("/checkout"),
  CheckOutForm,
  async (ctx, input) => {
    await redirectInPlace(pathAfterCheckout(await checkOutCart(ctx, { ...input, locale: await getLocale() })));
  },
);

/**
 * Places the order, or by the button "Update the total" says only what it would cost. Whatever comes of it but an
 * order, all that was typed stays, with the sum as it is now; also for somebody who was signed out meanwhile.
 */
export async function checkOutAction(state: CheckoutState, formData: FormData): Promise<CheckoutState> {
  const texts = textsOf(formData);
  const ctx = await loadUserContext();
  const kept: CheckoutState = { values: keptOf(texts), errors: {}, problem: null };
  if (!ctx) return { ...kept, problem: { code: "not_signed_in" } };
  const answered = texts.intent === "total" ? kept : await placeFromForm(state, formData);
  const { quote, refusal } = await quoteCheckout(ctx, CheckOutDraft.parse(texts));
  return { ...answered, errors: { ...fieldProblemsOf(refusal?.extra ?? {}), ...answered.errors }, quote };
}

const orderId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));
const orderOwner = ({ order_id = "" }: Record<string, string>) =>
  requireUserContext(`/orders/${Number(order_id) || ""}`);

export const cancelOrderAction = action(
  orderOwner,
  CancelOrderInput.pick({ reason: true }).extend({ order_id: orderId }),
  async (ctx, { order_id, reason }) => {
    await cancelOrder(asCustomer(ctx), { orderId: order_id, reason, returned: false, restock: false }).catch(
      (thrown: unknown) => {
        const isDone = thrown instanceof AppError && thrown.code === "order_cancelled"; // sent twice, or by another tab
        if (!isDone) throw thrown;
      },
    );
    await redirectTo(`/orders/${order_id}`);
  },
);

const OrderAgainForm = z.object({ order_id: orderId, form_key: CheckOutForm.shape.form_key });

/** What came of it, under the key of the form that asked: sent once more from there, it is the same wish. */
type AgainState = (Refill & { formKey: string | undefined }) | null;

/** Null before it was asked. What is gone or dearer is said on the order's page. */
export async function orderAgainAction(_state: AgainState, formData: FormData): Promise<AgainState> {
  const { data } = OrderAgainForm.safeParse(textsOf(formData));
  if (!data) return null;
  const ctx = await requireUserContext(`/orders/${data.order_id}`);
  const refill = await refillCart(ctx, { orderId: data.order_id, formKey: data.form_key });
  return { ...refill, formKey: data.form_key };
}
