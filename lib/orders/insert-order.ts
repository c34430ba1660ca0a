import { sql } from "drizzle-orm";
import { cartItems } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { discountCodes, orderItems, orderStatusHistory, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import { tellOrder } from "@/lib/messages/tell-order";
import type { OrderTotals } from "@/lib/orders/model";
import type { PlaceOrderInput } from "@/lib/orders/schemas";
import type { Locale } from "@/lib/users/model";

type NewOrder = Omit<PlaceOrderInput, "discount_code" | "expected_total"> &
  OrderTotals & {
    userId: number;
    orderNumber: string;
    locale: Locale;
    actor: string;
    now: Date;
    tellsAt: Date;
    discountCodeId: number | null;
    lineIds: number[];
    productIds: number[];
    itemCodes: string[];
    names: string[];
    namesUr: string[];
    quantities: number[];
    prices: number[];
  };

/**
 * The order with copies of its lines, its first history row and its message; their stock and a code's use taken, the
 * cart emptied: one statement.
 */
export const insertOrder = statement<NewOrder, { orderId: number; itemId: number; productId: number }>(
  (o) => sql`
    with placed as (
      insert into ${orders} (user_id, order_number, items_paisa, delivery_paisa, discount_paisa, total_paisa,
        discount_code_id, locale, customer_name, customer_phone, customer_email, shipping_address, shipping_province, shipping_city, shipping_area,
        shipping_postal_code, notes, created_at, updated_at)
      values (${o.userId}, ${o.orderNumber}, ${o.items}, ${o.delivery}, ${o.discount}, ${o.total},
        ${o.discountCodeId}, ${o.locale}, ${o.customer_name}, ${o.customer_phone}, ${o.customer_email}, ${o.shipping_address}, ${o.shipping_province},
        ${o.shipping_city}, ${o.shipping_area}, ${o.shipping_postal_code}, ${o.notes}, ${o.now}, ${o.now})
      returning *
    ), copied as (
      insert into ${orderItems} (order_id, product_id, product_item_code, product_name, product_name_ur, quantity,
        unit_price_paisa)
      select placed.id, line.* from placed, unnest(${o.productIds}::bigint[], ${o.itemCodes}::text[], ${o.names}::text[],
        ${o.namesUr}::text[], ${o.quantities}::int[], ${o.prices}::bigint[]) as line
      returning id, product_id
    ), history as (
      insert into ${orderStatusHistory} (order_id, to_status, actor, created_at)
      select id, 'pending', ${o.actor}, ${o.now} from placed
    ), told as (
      ${tellOrder({
        kind: "order_placed",
        subject: sql`placed.id`,
        now: o.now,
        sendAt: o.tellsAt,
        order: sql`placed`,
        from: sql`placed`,
      })}
    ), taken as (
      update ${products} as product set stock = product.stock - line.quantity, sold = product.sold + line.quantity,
        updated_at = ${o.now}
      from unnest(${o.productIds}::bigint[], ${o.quantities}::int[]) as line(product_id, quantity)
      where product.id = line.product_id
    ), used as (
      update ${discountCodes} set uses = uses + 1 where id = ${o.discountCodeId}
    ), emptied as (
      update ${cartItems} set is_active = false, ended_as = 'ordered', updated_at = ${o.now}
      where id = any(${o.lineIds}::bigint[])
    )
    select placed.id as order_id, copied.id as item_id, copied.product_id from placed, copied`,
);
