import { zoneNames } from "@/lib/addresses/model";
import { getCart } from "@/lib/cart/get-cart";
import { findDiscount } from "@/lib/discounts/queries";
import { findDeliveryRule, listDeliveryRules } from "@/lib/orders/find-delivery-rule";
import { differsByCity, priceOrder } from "@/lib/orders/model";
import type { QuoteInput, QuoteView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, readAmount, ZERO } from "@/lib/shared/money";

/**
 * What the cart would cost as an order to that city, with that code, at this moment. Promises nothing. Refuses a code
 * that could not be used now.
 */
export async function quoteOrder(ctx: UserCtx, input: QuoteInput): Promise<QuoteView> {
  const cart = await getCart(ctx);
  const rule = await findDeliveryRule(ctx.db, { zones: zoneNames(input.shipping_city) });
  const discount = input.discount_code ? await findDiscount(ctx, input.discount_code) : null;
  const lines = cart.items.map((item) => ({ unitPrice: readAmount(item.unit_price) ?? ZERO, quantity: item.quantity }));
  const totals = priceOrder(lines, rule, discount);
  const isOpen = input.shipping_city === "" && differsByCity(totals.items, rule, await listDeliveryRules(ctx.db));
  return {
    items_total: formatAmount(totals.items),
    delivery_charge: formatAmount(totals.delivery),
    discount: formatAmount(totals.discount),
    total_amount: formatAmount(totals.total),
    free_delivery_from: rule?.freeFrom == null ? null : formatAmount(rule.freeFrom),
    delivery_by_city: isOpen,
  };
}
