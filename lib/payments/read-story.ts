import { and, asc, eq, gte, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { moneyMovements } from "@/db/schema/movements";
import { auditLog } from "@/db/schema/operations";
import { orders, orderStatusHistory } from "@/db/schema/orders";
import { paymentEvents, payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import type { Sentence } from "@/lib/payments/story-line";

/** What staff did to a payment of which its own rows do not say who it was. */
const TOLD = ["payment.record_cash", "payment.replay"] as const;

/** The rows that tell of one payment, or null where no payment has the reference. */
export async function readStory(db: Database, transactionId: string) {
  const [found] = await db
    .select({ payment: payments, order: orders })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.transactionId, transactionId));
  if (!found) return null;
  const { payment, order } = found;
  const of = (table: typeof paymentEvents | typeof refunds | typeof moneyMovements | typeof reviewItems) =>
    eq(table.paymentId, payment.id);
  const since = and(
    eq(orderStatusHistory.orderId, order.id),
    isNotNull(orderStatusHistory.fromStatus),
    gte(orderStatusHistory.createdAt, payment.createdAt),
  );
  const isTold = and(eq(auditLog.subject, `payment:${payment.id}`), inArray(auditLog.action, TOLD));
  return {
    payment,
    order,
    events: await db.select().from(paymentEvents).where(of(paymentEvents)).orderBy(asc(paymentEvents.id)),
    refunds: await db.select().from(refunds).where(of(refunds)).orderBy(asc(refunds.id)),
    movements: await db.select().from(moneyMovements).where(of(moneyMovements)).orderBy(asc(moneyMovements.id)),
    reviews: await db.select().from(reviewItems).where(of(reviewItems)).orderBy(asc(reviewItems.id)),
    history: await db.select().from(orderStatusHistory).where(since).orderBy(asc(orderStatusHistory.id)),
    audit: await db.select().from(auditLog).where(isTold).orderBy(asc(auditLog.id)),
  };
}

export type Story = NonNullable<Awaited<ReturnType<typeof readStory>>>;

/** Who is meant by the names that history, refunds, reviews and audit keep: staff by their e-mail address. */
export async function readNames(db: Database, { order, refunds, history, reviews, audit }: Story) {
  const actors = [...refunds, ...history, ...audit]
    .map(({ actor }) => actor)
    .concat(reviews.map(({ closedBy }) => closedBy ?? ""));
  const ids = actors.flatMap((actor) => (actor.startsWith("user:") ? [Number(actor.slice("user:".length))] : []));
  const people = await db.select({ id: users.id, email: users.email }).from(users).where(inArray(users.id, ids));
  const emails = new Map(people.map(({ id, email }) => [`user:${id}`, email]));
  return (actor: string): Sentence["values"] => {
    const isGuest = emails.get(actor) === null;
    const name = emails.get(actor) ?? actor;
    if (isGuest || actor === `user:${order.userId}`) return { by: "customer", name };
    if (actor === "gateway") return { by: "gateway", name };
    return { by: actor.startsWith("system:") ? "shop" : "person", name };
  };
}

export type Named = Awaited<ReturnType<typeof readNames>>;
