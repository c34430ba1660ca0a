import { sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { discountCodes, orderItems, orders, orderStatusHistory } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { refundLines, returnLines } from "@/db/schema/returns";
import { reviewItems } from "@/db/schema/reviews";
import { allowedSteps } from "@/lib/ledger/allowed-steps";
import { isNoStep, type LedgerInvariant, LIVE, TAKEN } from "@/lib/ledger/ledger-invariant";

export const orderInvariants: LedgerInvariant[] = [
  {
    name: "paid_orders_have_one_settlement",
    sentence: "What an order says was paid is what exactly one payment took for it; an unpaid order has none.",
    of: "order",
    query: sql`
      select "order".id from ${orders} as "order" left join (
        select order_id, count(*) as times, sum(coalesce(accepted_paisa, amount_paisa)) as taken
        from ${payments} where status in ${TAKEN} and not is_surplus group by order_id
      ) as settled on settled.order_id = "order".id
      where case when paid_paisa = 0 then times is not null else (times, taken) is distinct from (1, paid_paisa) end`,
  },
  {
    name: "orders_go_on_only_paid_or_for_cash",
    sentence: "An order goes on from pending when it is paid or cash is awaited for it, and only then.",
    of: "order",
    query: sql`
      select "order".id from ${orders} as "order"
      where status <> 'cancelled' and (status <> 'pending') <> (payment_status <> 'unpaid' or exists (
        select from ${payments} as payment where payment.order_id = "order".id
          and payment_method = 'cash_on_delivery' and payment.status = 'pending'))`,
  },
  {
    name: "done_orders_await_no_money",
    sentence:
      "No attempt is live for a paid order, unless a person is asked about its amount, and no cash is awaited for a cancelled one.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment join ${orders} as "order" on "order".id = order_id
      where payment.status in ${LIVE} and (
        ("order".status = 'cancelled' and payment_method = 'cash_on_delivery')
        or ("order".payment_status <> 'unpaid' and not exists (
          select from ${reviewItems} where payment_id = payment.id and kind = 'amount_differs' and closed_at is null)))`,
  },
  {
    name: "order_totals_add_up",
    sentence: "An order's items are the sum of its lines, and its total is items plus delivery less discount.",
    of: "order",
    query: sql`
      select "order".id from ${orders} as "order" left join (
        select order_id, sum(quantity * unit_price_paisa) as lines from ${orderItems} group by order_id
      ) as item on item.order_id = "order".id
      where items_paisa is distinct from lines or total_paisa <> items_paisa + delivery_paisa - discount_paisa`,
  },
  {
    name: "attempts_ask_for_the_total",
    sentence: "Every attempt asks for the total of its order.",
    of: "payment",
    query: sql`
      select payment.id from ${payments} as payment join ${orders} as "order" on "order".id = order_id
      where amount_paisa <> total_paisa`,
  },
  {
    name: "order_states_fold_from_history",
    sentence: "Each step in an order's history begins where the one before ended, and the last leads to its state.",
    of: "order",
    query: sql`
      select distinct order_id as id from (
        select order_id, from_status, to_status, lag(to_status) over steps as before, lead(id) over steps as after
        from ${orderStatusHistory} window steps as (partition by order_id order by id)
      ) as step join ${orders} as "order" on "order".id = order_id
      where from_status is distinct from before or (after is null and to_status <> status)
      union all
      select "order".id from ${orders} as "order"
      where not exists (select from ${orderStatusHistory} where order_id = "order".id)`,
  },
  {
    name: "order_steps_are_allowed",
    sentence: "Each step in an order's history is one that the table of its states allows.",
    of: "order",
    query: sql`
      select distinct order_id as id from ${orderStatusHistory}
      where ${isNoStep(sql`from_status`, sql`to_status`, allowedSteps.order)}`,
  },
  {
    name: "stock_is_conserved",
    sentence: "The pieces that a product counts as sold are those in the orders that stand, less those that came back.",
    of: "product",
    query: sql`
      select product.id from ${products} as product left join (
        select product_id, sum(quantity - returned) as pieces from ${orderItems} join ${orders} as "order" on "order".id = order_id
        where status <> 'cancelled' group by product_id
      ) as held on held.product_id = product.id
      where sold <> coalesce(pieces, 0)`,
  },
  {
    name: "returns_fold_to_lines",
    sentence:
      "What an order's line says came back is what its returns say, and only orders that were sent have returns.",
    of: "order line",
    query: sql`
      select item.id from ${orderItems} as item join ${orders} as "order" on "order".id = item.order_id left join (
        select order_item_id, sum(quantity) as pieces from ${returnLines} group by order_item_id
      ) as back on back.order_item_id = item.id
      where returned <> coalesce(pieces, 0) or (returned > 0 and status <> 'delivered' and not exists (
        select from ${orderStatusHistory} where order_id = "order".id and to_status = 'shipped'))`,
  },
  {
    name: "refunded_pieces_were_bought",
    sentence: "Of no line is the price of more pieces given back than were bought, and only by its order's payments.",
    of: "order line",
    query: sql`
      select item.id from ${orderItems} as item join ${refundLines} as line on line.order_item_id = item.id
      join ${refunds} as refund on refund.id = line.refund_id and refund.status <> 'failed'
      join ${payments} as payment on payment.id = refund.payment_id
      group by item.id having sum(line.quantity) > item.quantity or bool_or(payment.order_id <> item.order_id)`,
  },
  {
    name: "discount_uses_are_standing_orders",
    sentence: "A discount code counts as many uses as there are orders with it that stand.",
    of: "discount code",
    query: sql`
      select discount.id from ${discountCodes} as discount left join (
        select discount_code_id, count(*) as orders from ${orders}
        where status <> 'cancelled' and discount_code_id is not null group by discount_code_id
      ) as standing on standing.discount_code_id = discount.id
      where uses <> coalesce(orders, 0)`,
  },
];
