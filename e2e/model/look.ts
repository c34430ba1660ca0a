import { and, asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { orderItems, orders } from "@/db/schema/orders";
import { moneyMovements, payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import type { World } from "@/e2e/model/world";

/** All that the shop has written down of one sequence, at a moment when nothing is under way. */
export async function look({ db, buyers, goods }: World) {
  const people = buyers.map(({ userId }) => userId);
  const ofOrders = (id: typeof payments.orderId | typeof orderItems.orderId) =>
    inArray(id, db.select({ id: orders.id }).from(orders).where(inArray(orders.userId, people)));
  const ofPayments = (id: typeof refunds.paymentId | typeof reviewItems.paymentId | typeof moneyMovements.paymentId) =>
    inArray(id, db.select({ id: payments.id }).from(payments).where(ofOrders(payments.orderId)));
  const [orderRows, itemRows, paymentRows, refundRows, reviewRows, movementRows, lineRows, productRows] =
    await Promise.all([
      db.select().from(orders).where(inArray(orders.userId, people)).orderBy(asc(orders.id)),
      db.select().from(orderItems).where(ofOrders(orderItems.orderId)).orderBy(asc(orderItems.id)),
      db.select().from(payments).where(ofOrders(payments.orderId)).orderBy(asc(payments.id)),
      db.select().from(refunds).where(ofPayments(refunds.paymentId)).orderBy(asc(refunds.id)),
      db.select().from(reviewItems).where(ofPayments(reviewItems.paymentId)).orderBy(asc(reviewItems.id)),
      db.select().from(moneyMovements).where(ofPayments(moneyMovements.paymentId)).orderBy(asc(moneyMovements.id)),
      db
        .select({ ...getTableColumns(cartItems), userId: carts.userId })
        .from(cartItems)
        .innerJoin(carts, eq(carts.id, cartItems.cartId))
        .where(and(inArray(carts.userId, people), eq(cartItems.isActive, true)))
        .orderBy(asc(cartItems.id)),
      db
        .select()
        .from(products)
        .where(
          inArray(
            products.id,
            goods.map(({ id }) => id),
          ),
        )
        .orderBy(asc(products.id)),
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
