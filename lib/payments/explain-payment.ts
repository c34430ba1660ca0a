import { and, asc, eq, gte, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders, orderStatusHistory } from "@/db/schema/orders";
import { moneyMovements, paymentEvents, payments, refunds } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import type { PaymentState } from "@/lib/payments/model";
import type { RefundWay } from "@/lib/refunds/model";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { quotable, type Sentence, sentence, type StoryLine } from "@/lib/payments/story-line";
import { tellEvent } from "@/lib/payments/tell-event";
import { tellStanding } from "@/lib/payments/tell-standing";
import { formatRupees } from "@/lib/shared/money";

/** The rows that tell of one payment, or null where no payment has the reference. */
async function readStory(db: Database, transactionId: string) {
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
  return {
    payment,
    order,
    events: await db.select().from(paymentEvents).where(of(paymentEvents)).orderBy(asc(paymentEvents.id)),
    refunds: await db.select().from(refunds).where(of(refunds)).orderBy(asc(refunds.id)),
    movements: await db.select().from(moneyMovements).where(of(moneyMovements)).orderBy(asc(moneyMovements.id)),
    reviews: await db.select().from(reviewItems).where(of(reviewItems)).orderBy(asc(reviewItems.id)),
    history: await db.select().from(orderStatusHistory).where(since).orderBy(asc(orderStatusHistory.id)),
  };
}

type Story = NonNullable<Awaited<ReturnType<typeof readStory>>>;

/** Who is meant by the names that history, refunds and reviews keep: staff by their e-mail address. */
async function readNames(db: Database, { order, refunds, history, reviews }: Story) {
  const actors = [...refunds, ...history]
    .map(({ actor }) => actor)
    .concat(reviews.map(({ closedBy }) => closedBy ?? ""));
  const ids = actors.flatMap((actor) => (actor.startsWith("user:") ? [Number(actor.slice("user:".length))] : []));
  const people = await db.select({ id: users.id, email: users.email }).from(users).where(inArray(users.id, ids));
  const emails = new Map(people.map(({ id, email }) => [`user:${id}`, email]));
  return (actor: string): Sentence["values"] => {
    const isGuest = emails.get(actor) === null;
    if (isGuest || actor === `user:${order.userId}`) return { by: "customer", name: "" };
    if (actor === "gateway") return { by: "gateway", name: "" };
    return actor.startsWith("system:") ? { by: "shop", name: "" } : { by: "person", name: emails.get(actor) ?? actor };
  };
}

/** Events in their order; a refund that was sent stands before the sending of it. */
function tellEvents({ payment, events, refunds }: Story, named: Named): StoryLine[] {
  const sent = refunds.filter(({ way }) => !isByHand(way)).values();
  let before: PaymentState | null = null;
  return events.flatMap((event) => {
    const scene = { before, amount: payment.amountPaisa, voucherNumber: payment.voucherNumber };
    before = event.statusAfter ?? before;
    const told = tellEvent(event, scene).map((line) => ({ at: event.createdAt, ...line }));
    const refund = event.channel === "refund" && event.isOutgoing ? sent.next().value : undefined;
    return refund ? [tellRefundBegun(refund, named), ...told] : told;
  });
}

function tellOpening({ payment, order }: Story): StoryLine {
  const amount = formatRupees(payment.amountPaisa);
  const values = { method: payment.paymentMethod, amount, order: order.orderNumber };
  return { at: payment.createdAt, ...sentence("opened", values) };
}

type Named = Awaited<ReturnType<typeof readNames>>;

const isByHand = (way: RefundWay): boolean => way === "cash" || way === "by_hand";

const tellRefundBegun = ({ createdAt, actor, amountPaisa, way, reason }: RefundRow, named: Named): StoryLine => ({
  at: createdAt,
  ...sentence("refundBegun", {
    ...named(actor),
    amount: formatRupees(amountPaisa),
    way,
    reason: quotable(reason),
  }),
});

const tellRefundsEnded = ({ refunds }: Story): StoryLine[] =>
  refunds
    .filter(({ status }) => status !== "processing")
    .map(({ status, completedAt, updatedAt, amountPaisa }) => ({
      at: completedAt ?? updatedAt,
      ...sentence(status === "completed" ? "refundDone" : "refundFailed", { amount: formatRupees(amountPaisa) }),
    }));

const tellMovements = ({ movements }: Story): StoryLine[] =>
  movements.map(({ createdAt, amountPaisa, fromAccount, toAccount }) => ({
    at: createdAt,
    ...sentence("moved", { amount: formatRupees(amountPaisa), from: fromAccount, to: toAccount }),
  }));

const tellHistory = ({ history, order }: Story, named: Named): StoryLine[] =>
  history.map(({ createdAt, toStatus, actor, notes }) => ({
    at: createdAt,
    ...sentence(notes === "" ? "orderMoved" : "orderMovedWhy", {
      order: order.orderNumber,
      to: toStatus,
      notes: quotable(notes),
      ...named(actor),
    }),
  }));

const tellReviews = ({ reviews }: Story, named: Named): StoryLine[] =>
  reviews.flatMap(({ kind, openedAt, closedAt, closedBy, resolution }) => [
    { at: openedAt, ...sentence("reviewOpened", { kind }) },
    ...(closedAt && closedBy !== null && resolution !== null
      ? [{ at: closedAt, ...sentence("reviewClosed", { kind, resolution: quotable(resolution), ...named(closedBy) }) }]
      : []),
  ]);

/** The story of a payment in the order of time, from its rows; its last line tells how it stands. Null: no such payment. */
export async function explainPayment(db: Database, transactionId: string, now: Date): Promise<StoryLine[] | null> {
  const story = await readStory(db, transactionId);
  if (!story) return null;
  const named = await readNames(db, story);
  const lines = [
    tellOpening(story),
    ...tellEvents(story, named),
    ...story.refunds.filter(({ way }) => isByHand(way)).map((refund) => tellRefundBegun(refund, named)),
    ...tellMovements(story),
    ...tellRefundsEnded(story),
    ...tellHistory(story, named),
    ...tellReviews(story, named),
  ];
  return [
    ...lines.toSorted((a, b) => a.at.getTime() - b.at.getTime()), // stable: what stands first above comes first
    ...tellStanding(story.payment, story.refunds, story.reviews, now).map((told) => ({ at: now, ...told })),
  ];
}
