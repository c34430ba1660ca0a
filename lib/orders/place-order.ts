import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { deliveryZones, orderItems, orderStatusHistory, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import { expireItems } from "@/lib/cart/expire-items";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import { type OrderTotals, priceOrder } from "@/lib/orders/model";
import { orderView } from "@/lib/orders/order-view";
import type { OrderView, PlaceOrderInput } from "@/lib/orders/schemas";
import { listShortages, type TakenProduct, takeStock } from "@/lib/orders/take-stock";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { newOrderNumber } from "@/lib/shared/ids";
import { formatAmount, type Paisa } from "@/lib/shared/money";
import type { Locale } from "@/lib/users/model";

type CartLine = {
  id: number;
  productId: number;
  quantity: number;
  chargePaisa: Paisa | null;
  freeFromPaisa: Paisa | null;
};

const LOCK_CART = statement<{ userId: number; city: string; cutoff: Date }, CartLine>(
  ({ userId, city, cutoff }) => sql`
    with cart as (select id from ${carts} where user_id = ${userId} for update)
    select line.id, line.product_id, line.quantity, zone.charge_paisa, zone.free_from_paisa
    from cart join ${cartItems} as line on line.cart_id = cart.id and line.is_active and line.created_at > ${cutoff}
    left join ${deliveryZones} as zone on zone.city = lower(${city})
    order by line.id for update of line`,
);

type InsertInput = Omit<PlaceOrderInput, "discount_code" | "expected_total"> &
  OrderTotals & {
    userId: number;
    orderNumber: string;
    locale: Locale;
    actor: string;
    now: Date;
    lineIds: number[];
    productIds: number[];
    itemCodes: string[];
    names: string[];
    namesUr: string[];
    quantities: number[];
    prices: number[];
  };

const INSERT_ORDER = statement<InsertInput, { orderId: number; itemId: number }>(
  (o) => sql`
    with placed as (
      insert into ${orders} (user_id, order_number, items_paisa, delivery_paisa, discount_paisa, total_paisa, locale,
        customer_name, customer_phone, customer_email, shipping_address, shipping_city, shipping_postal_code, notes,
        created_at, updated_at)
      values (${o.userId}, ${o.orderNumber}, ${o.items}, ${o.delivery}, ${o.discount}, ${o.total}, ${o.locale},
        ${o.customer_name}, ${o.customer_phone}, ${o.customer_email}, ${o.shipping_address}, ${o.shipping_city},
        ${o.shipping_postal_code}, ${o.notes}, ${o.now}, ${o.now})
      returning id
    ), copied as (
      insert into ${orderItems} (order_id, product_id, product_item_code, product_name, product_name_ur, quantity,
        unit_price_paisa)
      select placed.id, line.* from placed, unnest(${o.productIds}::bigint[], ${o.itemCodes}::text[], ${o.names}::text[],
        ${o.namesUr}::text[], ${o.quantities}::int[], ${o.prices}::bigint[]) as line
      returning id
    ), history as (
      insert into ${orderStatusHistory} (order_id, to_status, actor, created_at)
      select id, 'pending', ${o.actor}, ${o.now} from placed
    ), emptied as (
      update ${cartItems} set is_active = false, ended_as = 'ordered', updated_at = ${o.now}
      where id = any(${o.lineIds}::bigint[])
    )
    select placed.id as order_id, copied.id as item_id from placed, copied order by copied.id`,
);

/** The cart's lines with the product that each took, in the cart's order. */
function pairLines(lines: readonly CartLine[], taken: readonly TakenProduct[]) {
  const byId = new Map(taken.map((product) => [product.id, product]));
  return lines.flatMap((line) => {
    const product = byId.get(line.productId);
    return product ? [{ line, product, unitPrice: product.pricePaisa, quantity: line.quantity }] : [];
  });
}

/**
 * The cart's live lines become an order, in one transaction: the cart is locked, stock is taken at this moment's
 * prices, copies are written, the cart is emptied. Refuses `cart_empty`, `insufficient_stock`, `product_unavailable`
 * (both naming the products) and `total_changed`; nothing has happened then.
 */
export async function placeOrder(ctx: UserCtx, input: PlaceOrderInput & { locale?: Locale }): Promise<OrderView> {
  const { now, actor } = ctx;
  const placed = await ctx.db.transaction(async (tx) => {
    const cutoff = expiryCutoff(now, env().cartExpiryHours);
    const lines = await LOCK_CART(tx, { userId: actor.userId, city: input.shipping_city, cutoff });
    const [first] = lines;
    if (!first) return null;

    const wanted = lines.map((line) => ({ productId: line.productId, quantity: line.quantity }));
    const productIds = wanted.map((line) => line.productId);
    const quantities = wanted.map((line) => line.quantity);
    const paired = pairLines(lines, await takeStock(tx, { productIds, quantities, now }));
    if (paired.length < lines.length) {
      const shortages = await listShortages(tx, wanted);
      const code = shortages.some((short) => !short.is_active) ? "product_unavailable" : "insufficient_stock";
      const names = shortages.map((short) => `${short.product_name} (${short.available} left)`).join(", ");
      throw new AppError(code, `There is not enough of: ${names}.`, { products: shortages });
    }

    const rule = first.chargePaisa === null ? null : { charge: first.chargePaisa, freeFrom: first.freeFromPaisa };
    const totals = priceOrder(paired, rule);
    const total = formatAmount(totals.total);
    if (input.expected_total !== undefined && Number(input.expected_total) !== Number(total)) {
      throw new AppError("total_changed", `The total is Rs ${total} now.`, {
        expected_total: input.expected_total,
        total_amount: total,
      });
    }

    const orderNumber = newOrderNumber(now);
    const rows = await INSERT_ORDER(tx, {
      ...input,
      ...totals,
      userId: actor.userId,
      orderNumber,
      locale: input.locale ?? "en",
      actor: actorName(actor),
      now,
      lineIds: lines.map((line) => line.id),
      productIds,
      itemCodes: paired.map(({ product }) => product.itemCode),
      names: paired.map(({ product }) => product.name),
      namesUr: paired.map(({ product }) => product.nameUr),
      quantities,
      prices: paired.map(({ unitPrice }) => unitPrice),
    });
    return { orderNumber, totals, paired, rows };
  });
  if (!placed) {
    await expireItems(ctx, { userId: actor.userId });
    throw new AppError("cart_empty", "There is nothing in your cart.");
  }
  return newOrderView(ctx, input, placed);
}

type Placed = {
  orderNumber: string;
  totals: OrderTotals;
  paired: ReturnType<typeof pairLines>;
  rows: { orderId: number; itemId: number }[];
};

function newOrderView({ now, actor }: UserCtx, input: PlaceOrderInput, { orderNumber, totals, paired, rows }: Placed) {
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
    shippingCity: input.shipping_city,
    shippingPostalCode: input.shipping_postal_code,
    notes: input.notes,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  } as const;
  const items = paired.map(({ product, quantity, unitPrice }, at) => ({
    id: rows[at]?.itemId ?? 0,
    productItemCode: product.itemCode,
    productName: product.name,
    quantity,
    unitPricePaisa: unitPrice,
  }));
  const placed = { fromStatus: null, toStatus: "pending", actor: actorName(actor), notes: "", createdAt: now } as const;
  return orderView(order, items, [], [placed]);
}
