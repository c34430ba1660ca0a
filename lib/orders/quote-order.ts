import { eq, sql } from "drizzle-orm";
import { deliveryZones } from "@/db/schema/orders";
import { getCart } from "@/lib/cart/get-cart";
import { priceOrder } from "@/lib/orders/model";
import type { QuoteView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, readAmount, ZERO } from "@/lib/shared/money";

/** What the cart would cost as an order to that city at this moment. Promises nothing. */
export async function quoteOrder(ctx: UserCtx, input: { shipping_city: string }): Promise<QuoteView> {
  const cart = await getCart(ctx);
  const [zone] = await ctx.db
    .select({ charge: deliveryZones.chargePaisa, freeFrom: deliveryZones.freeFromPaisa })
    .from(deliveryZones)
    .where(eq(deliveryZones.city, sql`lower(${input.shipping_city})`));
  const lines = cart.items.map((item) => ({ unitPrice: readAmount(item.unit_price) ?? ZERO, quantity: item.quantity }));
  const totals = priceOrder(lines, zone ?? null);
  return {
    items_total: formatAmount(totals.items),
    delivery_charge: formatAmount(totals.delivery),
    discount: formatAmount(totals.discount),
    total_amount: formatAmount(totals.total),
  };
}
