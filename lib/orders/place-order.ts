import { zoneNames } from "@/lib/addresses/model";
import { expireItems } from "@/lib/cart/expire-items";
import { expiryCutoff } from "@/lib/cart/model";
import { lockDiscount } from "@/lib/discounts/lock-discount";
import { type DiscountRow, findDiscount } from "@/lib/discounts/queries";
import { env } from "@/lib/env";
import type { RecordResult } from "@/lib/http/idempotency";
import { insertOrder } from "@/lib/orders/insert-order";
import { type OrderTotals, priceOrder } from "@/lib/orders/model";
import { type LockedLine, lockCart } from "@/lib/orders/lock-cart";
import { orderView } from "@/lib/orders/order-view";
import type { OrderView, PlaceOrderInput } from "@/lib/orders/schemas";
import type { PaymentMethod } from "@/lib/payments/model";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { newOrderNumber } from "@/lib/shared/ids";
import { formatAmount, type Paisa } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";

/**
 * The cart's live lines become an order, in one transaction: the cart is locked, stock is taken at this moment's
 * prices and a use of the code, copies are written, the cart is emptied. Refuses `cart_empty`, `insufficient_stock`, `product_unavailable`
 * (both naming the products), `discount_code_used_up` and `total_changed`; nothing has happened then.
 */
export async function placeOrder(
  ctx: UserCtx,
  input: PlaceOrderInput & { locale?: Locale; payment_method?: PaymentMethod },
  recordResult?: RecordResult,
): Promise<OrderView> {
  const { now, actor } = ctx;
  const placed = await ctx.db.transaction(async (tx) => {
    const cutoff = expiryCutoff(now, env().cartExpiryHours);
    const zones = zoneNames(input.shipping_city);
    const lines = (await lockCart(tx, { userId: actor.userId, zones, cutoff })).toSorted(byLine);
    const [first] = lines;
    if (!first) return null;
    const short = lines.filter((line) => !line.isActive || line.stock < line.quantity);
    if (short.length > 0) throw shortage(short);
    const discount = input.discount_code ? await lockDiscount({ ...ctx, db: tx }, input.discount_code) : null;
    const totals = priceLines(lines, first, { discount, expected: input.expected_total });
    const orderNumber = newOrderNumber(now);
    const rows = await insertOrder(tx, {
      ...input,
      ...totals,
      userId: actor.userId,
      orderNumber,
      locale: input.locale ?? "en",
      actor: actorName(actor),
      now,
      tellsAt: input.payment_method === "cash_on_delivery" ? minutesAfter(now, 1) : now,
      discountCodeId: discount?.id ?? null,
      lineIds: lines.map((line) => line.id),
      productIds: lines.map((line) => line.productId),
      itemCodes: lines.map((line) => line.itemCode),
      names: lines.map((line) => line.name),
      namesUr: lines.map((line) => line.nameUr),
      quantities: lines.map((line) => line.quantity),
      prices: lines.map((line) => line.pricePaisa),
    });
    await recordResult?.(tx, rows[0]?.orderId ?? 0);
    return { orderNumber, totals, lines, rows };
  });
  if (!placed) {
    if (input.discount_code) await findDiscount(ctx, input.discount_code).catch(unlessUsedUp);
    await expireItems(ctx, { userId: actor.userId });
    throw new AppError("cart_empty", "There is nothing in your cart.");
  }
  return newOrderView(ctx, input, placed);
}

/** A code that the order just made has used up says nothing of an empty cart: that order is what is looked for. */
function unlessUsedUp(thrown: unknown): void {
  if (!(thrown instanceof AppError) || thrown.code !== "discount_code_used_up") throw thrown;
}

const byLine = (a: LockedLine, b: LockedLine): number => a.id - b.id;

/** Names what cannot be had, and how much of it there is. */
function shortage(short: readonly LockedLine[]): AppError {
  const products = short.map((line) => ({
    product_item_code: line.itemCode,
    product_name: line.name,
    product_name_ur: line.nameUr,
    available: line.isActive ? line.stock : 0,
    is_active: line.isActive,
  }));
  const code = short.some((line) => !line.isActive) ? "product_unavailable" : "insufficient_stock";
  const names = products.map((product) => `${product.product_name} (${product.available} left)`).join(", ");
  return new AppError(code, `There is not enough of: ${names}.`, { products });
}

function priceLines(
  lines: readonly LockedLine[],
  zone: LockedLine,
  { discount, expected }: { discount: DiscountRow | null; expected: string | undefined },
): OrderTotals {
  const rule = zone.chargePaisa === null ? null : { charge: zone.chargePaisa, freeFrom: zone.freeFromPaisa };
  const totals = priceOrder(
    lines.map((line) => ({ unitPrice: line.pricePaisa, quantity: line.quantity })),
    rule,
    discount,
  );
  const total = formatAmount(totals.total);
  if (expected !== undefined && Number(expected) !== Number(total)) {
    throw new AppError("total_changed", `The total is Rs ${total} now.`, {
      expected_total: expected,
      total_amount: total,
    });
  }
  return totals;
}

type Placed = {
  orderNumber: string;
  totals: OrderTotals;
  lines: readonly LockedLine[];
  rows: { orderId: number; itemId: number; productId: number }[];
};

function newOrderView({ now, actor }: UserCtx, input: PlaceOrderInput, { orderNumber, totals, lines, rows }: Placed) {
  const order = {
    id: rows[0]?.orderId ?? 0,
    orderNumber,
    status: "pending",
    paymentStatus: "unpaid",
    itemsPaisa: totals.items,
    deliveryPaisa: totals.delivery,
    discountPaisa: totals.discount,
    totalPaisa: totals.total,
    paidPaisa: 0 as Paisa,
    refundedPaisa: 0 as Paisa,
    customerName: input.customer_name,
    customerPhone: input.customer_phone,
    customerEmail: input.customer_email,
    shippingAddress: input.shipping_address,
    shippingProvince: input.shipping_province,
    shippingCity: input.shipping_city,
    shippingArea: input.shipping_area,
    shippingPostalCode: input.shipping_postal_code,
    notes: input.notes,
    courier: "",
    trackingNumber: "",
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  } as const;
  const itemIds = new Map(rows.map((row) => [row.productId, row.itemId]));
  const items = lines.map((line) => ({
    id: itemIds.get(line.productId) ?? 0,
    productItemCode: line.itemCode,
    productName: line.name,
    productNameUr: line.nameUr,
    quantity: line.quantity,
    returned: 0,
    unitPricePaisa: line.pricePaisa,
  }));
  const placed = { fromStatus: null, toStatus: "pending", actor: actorName(actor), notes: "", createdAt: now } as const;
  return orderView(order, items, [], [placed]);
}
