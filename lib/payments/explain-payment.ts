import type { Database } from "@/db/client";
import type { PaymentState } from "@/lib/payments/model";
import { type Named, readNames, readStory, type Story } from "@/lib/payments/read-story";
import { movedTo, quotable, sentence, type StoryLine } from "@/lib/payments/story-line";
import { heardIn, type Scene, tellEvent } from "@/lib/payments/tell-event";
import { tellStanding } from "@/lib/payments/tell-standing";
import type { RefundWay } from "@/lib/refunds/model";
import type { RefundRow } from "@/lib/refunds/refund-view";
import { formatRupees } from "@/lib/shared/money";

/** Events in their order; a refund that was sent stands before the sending of it. */
function tellEvents(story: Story, named: Named): StoryLine[] {
  const { payment, events, refunds } = story;
  const sent = refunds.filter(({ way }) => !isByHand(way)).values();
  let before: PaymentState | null = null;
  return events.flatMap((event) => {
    const { amountPaisa: amount, voucherNumber } = payment;
    const scene = { before, amount, voucherNumber, isReplay: isReplay(story, event), cash: cashIn(story, named) };
    before = event.statusAfter ?? before;
    const told = tellEvent(event, scene).map((line) => ({ at: event.createdAt, ...line }));
    const refund = event.channel === "refund" && event.isOutgoing ? sent.next().value : undefined;
    return refund ? [tellRefundBegun(refund, named), ...told] : told;
  });
}

const isAction =
  (action: string) =>
  (entry: Story["audit"][number]): boolean =>
    entry.action === action;

/** A replay and what came of it are of one moment. */
const isReplay = ({ audit }: Story, { channel, isOutgoing, createdAt }: Story["events"][number]): boolean =>
  channel === "callback" &&
  !isOutgoing &&
  audit.filter(isAction("payment.replay")).some((entry) => entry.createdAt.getTime() === createdAt.getTime());

/** Who said that the cash of it was collected: a person, or the courier's file that a person brought. */
function cashIn({ audit, payment }: Story, named: Named): Scene["cash"] {
  const entry = audit.find(isAction("payment.record_cash"));
  if (!entry) return { how: "other", name: "", file: "" };
  const isFile = entry.details.by === "settlement";
  return { ...named(entry.actor), how: isFile ? "file" : "person", file: isFile ? payment.notes : "" };
}

/** Who had which message read once more. */
const tellReplays = ({ audit, events }: Story, named: Named): StoryLine[] =>
  audit.filter(isAction("payment.replay")).flatMap(({ actor, details, createdAt }) => {
    const event = events.find(({ id }) => id === details.event);
    if (!event) return [];
    const { said } = heardIn(event);
    return [{ at: createdAt, ...sentence("replayed", { ...named(actor), said, when: event.createdAt }) }];
  });

function tellOpening({ payment, order }: Story): StoryLine {
  const amount = formatRupees(payment.amountPaisa);
  const values = { method: payment.paymentMethod, amount, order: order.orderNumber };
  return { at: payment.createdAt, ...sentence("opened", values) };
}

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

/** Money of customers moves between accounts; what a settlement file says is told by who paid out, kept or took back. */
const tellMovements = ({ movements }: Story): StoryLine[] =>
  movements.map(({ createdAt, amountPaisa, fromAccount: from, toAccount: to, kind }) => {
    const amount = formatRupees(amountPaisa);
    const who = [from, to].includes("courier") ? "courier" : "gateway";
    const isOfCustomer = from === "customer" || to === "customer";
    return { at: createdAt, ...sentence(isOfCustomer ? "moved" : "paidOut", { amount, kind, who }) };
  });

const tellHistory = ({ history, order }: Story, named: Named): StoryLine[] =>
  history.map(({ createdAt, fromStatus, toStatus, actor, notes }) => ({
    at: createdAt,
    ...sentence(notes === "" ? "orderMoved" : "orderMovedWhy", {
      order: order.orderNumber,
      to: movedTo(fromStatus, toStatus),
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
    ...tellReplays(story, named),
    ...tellEvents(story, named),
    ...story.refunds.filter(({ way }) => isByHand(way)).map((refund) => tellRefundBegun(refund, named)),
    ...tellMovements(story),
    ...tellRefundsEnded(story),
    ...tellHistory(story, named),
    ...tellReviews(story, named),
  ];
  return [
    ...lines.toSorted((a, b) => a.at.getTime() - b.at.getTime()), // stable: what stands first above comes first
    ...tellStanding(story, now).map((told) => ({ at: now, ...told })),
  ];
}
