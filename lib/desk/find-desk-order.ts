import { and, asc, eq } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { moneyMovements, payments } from "@/db/schema/payments";
import { stockChanges } from "@/db/schema/stock";
import { users } from "@/db/schema/users";
import { actionsOf, stockMovesOf } from "@/lib/desk/model";
import { findEmails, listNotes } from "@/lib/desk/queries";
import { tellOrderStory } from "@/lib/desk/tell-order-story";
import { reachOf } from "@/lib/messages/reach-of";
import { findPictures } from "@/lib/orders/find-pictures";
import { findVersionedOrder } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/schemas";
import { listRefunds } from "@/lib/refunds/list-refunds";
import { listReturns } from "@/lib/returns/queries";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, formatRupees, paisa, readAmount, ZERO } from "@/lib/shared/money";

const listMovements = ({ db }: UserCtx, orderId: number) =>
  db
    .select({ movement: moneyMovements, transactionId: payments.transactionId })
    .from(moneyMovements)
    .innerJoin(payments, eq(payments.id, moneyMovements.paymentId))
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(moneyMovements.id));

const listMessages = ({ db }: UserCtx, orderId: number) =>
  db.select().from(outgoingMessages).where(eq(outgoingMessages.orderId, orderId)).orderBy(asc(outgoingMessages.id));

const listLosses = ({ db }: UserCtx, orderId: number) =>
  db
    .select({ at: stockChanges.createdAt })
    .from(stockChanges)
    .where(and(eq(stockChanges.orderId, orderId), eq(stockChanges.kind, "lost")));

const findBuyer = async ({ db }: UserCtx, orderId: number) => {
  const [buyer] = await db
    .select({ id: users.id, email: users.email, phone: users.phone, isGuest: users.isGuest, calledAt: orders.calledAt })
    .from(users)
    .innerJoin(orders, eq(orders.userId, users.id))
    .where(eq(orders.id, orderId));
  return buyer;
};

function refundableOf({ payments: attempts }: OrderView, id: number | null) {
  const payment = attempts.find((one) => one.id === id);
  if (!payment) return null;
  const [amount, back] = [payment.amount, payment.refunded_amount].map((text) => readAmount(text) ?? ZERO);
  return { id: payment.id, left: formatRupees(paisa((amount ?? ZERO) - (back ?? ZERO))) };
}

/** All that staff see of one order, and what they may do with it as it stands; null where there is none. */
export async function findDeskOrder(ctx: UserCtx, orderId: number) {
  const found = await findVersionedOrder(ctx, orderId);
  if (!found) return null;
  const { order, version } = found;
  const [buyer, refunds, pictures, returned, notes, movements, messages, losses] = await Promise.all([
    findBuyer(ctx, orderId),
    listRefunds(ctx, orderId),
    findPictures(ctx, [order]),
    listReturns(ctx.db, orderId),
    listNotes(ctx, orderId),
    listMovements(ctx, orderId),
    listMessages(ctx, orderId),
    listLosses(ctx, orderId),
  ]);
  const actions = actionsOf(order);
  const story = await tellOrderStory(ctx.db, { order, returned }, ctx.now);
  const emails = await findEmails(ctx, [
    ...notes.map(({ actor }) => actor),
    ...order.status_history.map((step) => step.actor),
  ]);
  const lostAt = losses.map(({ at }) => at.toISOString());
  const contact = { orderEmail: order.customer_email, orderPhone: order.customer_phone };
  return {
    order,
    version,
    refunds,
    pictures,
    returned,
    story,
    notes: notes.map((note) => ({ ...note, by: emails.get(note.actor) ?? note.actor })),
    actions,
    sums: { total: formatRupees(readAmount(order.total_amount) ?? ZERO) },
    refundable: refundableOf(order, actions.refundPaymentId),
    stockMoves: stockMovesOf(order, returned, lostAt),
    buyer: buyer && { id: buyer.id, email: buyer.email, isGuest: buyer.isGuest },
    calledAt: buyer?.calledAt?.toISOString() ?? null,
    reach: reachOf({ ...contact, accountEmail: buyer?.email ?? null, accountPhone: buyer?.phone ?? null }),
    movements: movements.map(({ movement, transactionId }) => ({
      id: movement.id,
      from: movement.fromAccount,
      to: movement.toAccount,
      amount: formatAmount(movement.amountPaisa),
      transaction_id: transactionId,
      created_at: movement.createdAt.toISOString(),
    })),
    messages: messages.map((message) => ({
      id: message.id,
      kind: message.kind,
      channel: message.channel,
      stand: message.sentAt ? ("sent" as const) : message.givenUpAt ? ("given_up" as const) : ("waiting" as const),
      at: (message.sentAt ?? message.givenUpAt ?? message.createdAt).toISOString(),
    })),
  };
}
