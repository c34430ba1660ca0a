import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems, orders } from "@/db/schema/orders";
import { refunds } from "@/db/schema/payments";
import { refundLines } from "@/db/schema/returns";
import { statement } from "@/db/statement";
import { shareDiscount, type SharedLine } from "@/lib/refunds/model";
import { type Paisa, ZERO } from "@/lib/shared/money";

type Row = {
  id: number;
  productName: string;
  productNameUr: string;
  quantity: number;
  returned: number;
  unitPrice: Paisa;
  refunded: number;
  orderDiscount: Paisa;
};
export type BoughtLine = SharedLine & Row;

/** A refund that was refused has paid no piece back. */
const LINES = statement<{ orderId: number }, Row>(
  ({ orderId }) => sql`
    select item.id, product_name, product_name_ur, quantity, returned, unit_price_paisa as unit_price,
      coalesce(back.pieces, 0)::int as refunded, discount_paisa as order_discount
    from ${orderItems} as item join ${orders} as bought on bought.id = item.order_id
    left join lateral (
      select sum(line.quantity) as pieces
      from ${refundLines} as line join ${refunds} as refund on refund.id = line.refund_id
      where line.order_item_id = item.id and refund.status <> 'failed'
    ) as back on true
    where item.order_id = ${orderId} order by item.id`,
);

/** An order's lines with their shares of its discount, what came back of them and what was paid back. */
export async function findBoughtLines(db: Database, orderId: number): Promise<BoughtLine[]> {
  const rows = await LINES(db, { orderId });
  return shareDiscount(rows, rows[0]?.orderDiscount ?? ZERO);
}
