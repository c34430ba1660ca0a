import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderItems, orders } from "@/db/schema/orders";
import { payments, refunds } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import type { MessageRow } from "@/lib/messages/claim-messages";

type OrderFacts = typeof orders.$inferSelect & { items: (typeof orderItems.$inferSelect)[]; isGuest: boolean };

/** What a message may speak of, as it stands when it is written. */
export type LetterFacts = {
  message: MessageRow;
  order: OrderFacts | null;
  payment: typeof payments.$inferSelect | null;
  refund: typeof refunds.$inferSelect | null;
  /** Another attempt of the order was opened later. */
  isSucceeded: boolean;
};

export async function findLetterFacts(db: Database, message: MessageRow): Promise<LetterFacts> {
  const { orderId, paymentId, refundId } = message;
  const [order, attempts, refund] = await Promise.all([
    orderId === null ? null : findOrderFacts(db, orderId),
    orderId === null ? [] : db.select().from(payments).where(eq(payments.orderId, orderId)).orderBy(desc(payments.id)),
    refundId === null ? null : db.select().from(refunds).where(eq(refunds.id, refundId)),
  ]);
  return {
    message,
    order,
    payment: (paymentId === null ? attempts[0] : attempts.find(({ id }) => id === paymentId)) ?? null,
    refund: refund?.[0] ?? null,
    isSucceeded: paymentId !== null && attempts[0]?.id !== paymentId,
  };
}

async function findOrderFacts(db: Database, orderId: number): Promise<OrderFacts | null> {
  const [[found], items] = await Promise.all([
    db
      .select({ order: orders, isGuest: users.isGuest })
      .from(orders)
      .innerJoin(users, eq(users.id, orders.userId))
      .where(eq(orders.id, orderId)),
    db.select().from(orderItems).where(eq(orderItems.orderId, orderId)).orderBy(asc(orderItems.id)),
  ]);
  return found ? { ...found.order, isGuest: found.isGuest, items } : null;
}
