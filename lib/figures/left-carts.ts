import { type SQL, sql } from "drizzle-orm";
import { cartItems } from "@/db/schema/carts";

/**
 * As SQL, the days from one to before another on which a cart was filled, with the cart, where nothing of what was put in
 * that day became an order. What moved on with its owner is in the other cart.
 */
export const leftCarts = ({ from, before }: { from: SQL; before: SQL }): SQL => sql`
  select (created_at at time zone 'Asia/Karachi')::date as day, cart_id from ${cartItems}
  where created_at >= ${from}::timestamp at time zone 'Asia/Karachi'
    and created_at < (${before})::timestamp at time zone 'Asia/Karachi'
  group by 1, 2 having not bool_or(coalesce(ended_as = 'ordered', false))`;
