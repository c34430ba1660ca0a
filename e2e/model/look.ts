import { type SQL, sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { orderItems, orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { statement } from "@/db/statement";
import type { World } from "@/e2e/model/world";

type Seen = { people: number[] };

/** Orders of these people; written once, since a sequence looks dozens of times. */
const OWN_ORDERS = (people: unknown): SQL => sql`(select id from ${orders} where user_id = any(${people}::bigint[]))`;
const OWN_PAYMENTS = (people: unknown): SQL =>
  sql`(select id from ${payments} where order_id in ${OWN_ORDERS(people)})`;

const ORDERS = statement<Seen, typeof orders.$inferSelect>(
  ({ people }) => sql`select * from ${orders} where user_id = any(${people}::bigint[]) order by id`,
);
const ITEMS = statement<Seen, typeof orderItems.$inferSelect>(
  ({ people }) => sql`select * from ${orderItems} where order_id in ${OWN_ORDERS(people)} order by id`,
);
const PAYMENTS = statement<Seen, typeof payments.$inferSelect>(
  ({ people }) => sql`select * from ${payments} where order_id in ${OWN_ORDERS(people)} order by id`,
);
const REFUNDS = statement<Seen, typeof refunds.$inferSelect>(
  ({ people }) => sql`select * from ${refunds} where payment_id in ${OWN_PAYMENTS(people)} order by id`,
);
const REVIEWS = statement<Seen, typeof reviewItems.$inferSelect>(
  ({ people }) => sql`select * from ${reviewItems} where payment_id in ${OWN_PAYMENTS(people)} order by id`,
);
const MOVEMENTS = statement<Seen, typeof moneyMovements.$inferSelect>(
  ({ people }) => sql`select * from ${moneyMovements} where payment_id in ${OWN_PAYMENTS(people)} order by id`,
);
const LINES = statement<Seen, typeof cartItems.$inferSelect & { userId: number }>(
  ({ people }) => sql`
    select line.*, user_id from ${cartItems} as line join ${carts} on ${carts.id} = cart_id
    where user_id = any(${people}::bigint[]) and is_active order by line.id`,
);
const PRODUCTS = statement<{ ids: number[] }, typeof products.$inferSelect>(
  ({ ids }) => sql`select * from ${products} where id = any(${ids}::bigint[]) order by id`,
);

/** All that the shop has written down of one sequence, at a moment when nothing is under way. */
export async function look({ db, buyers, goods }: World) {
  const seen = { people: buyers.map(({ userId }) => userId) };
  const [orderRows, itemRows, paymentRows, refundRows, reviewRows, movementRows, lineRows, productRows] =
    await Promise.all([
      ORDERS(db, seen),
      ITEMS(db, seen),
      PAYMENTS(db, seen),
      REFUNDS(db, seen),
      REVIEWS(db, seen),
      MOVEMENTS(db, seen),
      LINES(db, seen),
      PRODUCTS(db, { ids: goods.map(({ id }) => id) }),
    ]);
  return {
    orders: orderRows,
    items: itemRows,
    payments: paymentRows,
    refunds: refundRows,
    reviews: reviewRows,
    movements: movementRows,
    lines: lineRows,
    products: productRows,
  };
}

export type Sight = Awaited<ReturnType<typeof look>>;
export type Order = Sight["orders"][number];
export type Payment = Sight["payments"][number];
export type Review = Sight["reviews"][number];

export const openReviews = ({ reviews }: Sight): Review[] => reviews.filter(({ closedAt }) => closedAt === null);

export const orderOf = ({ orders }: Sight, { orderId }: Payment): Order => {
  const order = orders.find(({ id }) => id === orderId);
  if (!order) throw new Error(`order ${orderId} is out of sight`);
  return order;
};
