import { and, asc, eq, sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds as allRefunds } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/returns";
import { stockChanges } from "@/db/schema/stock";
import { users } from "@/db/schema/users";
import { actionsOf, stockMovesOf } from "@/lib/desk/model";
import { findEmails, listNotes } from "@/lib/desk/queries";
import { whoIsAwaited } from "@/lib/desk/who-is-awaited";
import { tellOrderStory } from "@/lib/desk/tell-order-story";
import { reachOf } from "@/lib/messages/reach-of";
import { findPictures } from "@/lib/orders/find-pictures";
import { findVersionedOrder } from "@/lib/orders/queries";
import { findRefundOffer } from "@/lib/refunds/find-refund-offer";
import { listRefunds } from "@/lib/refunds/list-refunds";
import { listReturns } from "@/lib/returns/queries";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { formatAmount, formatRupees, readAmount, ZERO } from "@/lib/shared/money";
import { requireStaff } from "@/lib/shared/require-role";

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

async function findOffer(ctx: UserCtx, paymentId: number | null) {
  if (paymentId === null) return null;
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  return payment ? findRefundOffer(ctx, payment) : null;
}

async function countOwnRefunds({ db, actor }: UserCtx, orderId: number): Promise<number> {
  const by = actorName(actor);
  const [own] = await db.execute<{ refunds: number }>(sql`
    select (count(distinct refund.id) + count(distinct request.id))::int as refunds from ${payments} as payment
    left join ${allRefunds} as refund on refund.payment_id = payment.id and refund.actor = ${by}
    left join ${refundRequests} as request on request.payment_id = payment.id and request.requested_by = ${actor.userId}
    where payment.order_id = ${orderId}`);
  return own?.refunds ?? 0;
}

/** All that staff see of one order, and what they may do with it as it stands; null where there is none. */
export async function findDeskOrder(ctx: UserCtx, orderId: number) {
  requireStaff(ctx.actor);
  const found = await findVersionedOrder(ctx, orderId);
  if (!found) return null;
  const { order, version } = found;
  const actions = actionsOf(order);
  const [buyer, refunds, pictures, returned, notes, movements, messages, losses, offer, ownRefunds] = await Promise.all(
    [
      findBuyer(ctx, orderId),
      listRefunds(ctx, orderId),
      findPictures(ctx, [order]),
      listReturns(ctx.db, orderId),
      listNotes(ctx, orderId),
      listMovements(ctx, orderId),
      listMessages(ctx, orderId),
      listLosses(ctx, orderId),
      findOffer(ctx, actions.refundPaymentId),
      countOwnRefunds(ctx, orderId),
    ],
  );
  const story = await tellOrderStory(ctx.db, { order, returned, notes }, ctx.now);
  const emails = await findEmails(ctx, [
    ...notes.map(({ actor }) => actor),
    ...order.status_history.map((step) => step.actor),
  ]);
  const ownOf = (made: readonly { actor: string }[]) =>
    made.filter(({ actor }) => actor === actorName(ctx.actor)).length;
  const lostAt = losses.map(({ at }) => at.toISOString());
  const contact = { orderEmail: order.customer_email, orderPhone: order.customer_phone };
  return {
    order,
    version,
    refunds,
    pictures,
    returned,
    story,
    waits: whoIsAwaited(story),
    /** What the one who looks has done here: a form that was sent begins anew by it, and by nobody else's doing. */
    own: {
      refunds: ownRefunds,
      notes: ownOf(notes.filter((note) => !note.is_message)),
      messages: ownOf(notes.filter((note) => note.is_message)),
      returned: ownOf(returned),
    },
    notes: notes.map((note) => ({ ...note, by: emails.get(note.actor) ?? note.actor })),
    actions,
    sums: { total: formatRupees(readAmount(order.total_amount) ?? ZERO) },
    offer,
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
