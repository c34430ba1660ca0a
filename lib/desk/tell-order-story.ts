import type { Database } from "@/db/client";
import { NOT_REACHED } from "@/lib/cash/model";
import { findEmails } from "@/lib/desk/queries";
import { type DeskAct, listDeskActs } from "@/lib/desk/list-desk-acts";
import type { OrderNoteView } from "@/lib/desk/schemas";
import type { OrderView } from "@/lib/orders/schemas";
import { explainPayment } from "@/lib/payments/explain-payment";
import { movedTo, quotable, type Sentence, sentence, type StoryLine } from "@/lib/payments/story-line";
import type { ReturnView } from "@/lib/returns/schemas";
import { formatRupees, readAmount, ZERO } from "@/lib/shared/money";

/** A sentence of an order's story; `about` is the attempt that it tells of, where it tells of one. */
type OrderStoryLine = StoryLine & { about: string | null };

type Numbered = OrderStoryLine & { id: number };

type Told = { order: OrderView; returned: readonly ReturnView[]; notes: readonly OrderNoteView[] };

/** The same moves are told by the order itself. */
const OF_THE_ORDER: readonly Sentence["key"][] = ["orderMoved", "orderMovedWhy"];

/**
 * An order's life in sentences, in the order of time: its own history, what staff wrote and whom they called, what came
 * back, and the story of each attempt to pay it. How each attempt stands now comes last.
 */
export async function tellOrderStory(db: Database, { order, returned, notes }: Told, now: Date): Promise<Numbered[]> {
  const acts = await listDeskActs(db, order.id);
  const actors = [...order.status_history, ...returned, ...notes, ...acts].map(({ actor }) => actor);
  const emails = await findEmails({ db }, actors);
  const buyer = order.status_history[0]?.actor;
  const named = (actor: string): Sentence["values"] => {
    const name = emails.get(actor) ?? actor;
    if (actor === buyer || emails.get(actor) === null) return { by: "customer", name };
    if (actor === "gateway") return { by: "gateway", name };
    return { by: actor.startsWith("system:") ? "shop" : "person", name };
  };
  const stories = await Promise.all(
    order.payments.map(async ({ transaction_id: about }) =>
      ((await explainPayment(db, about, now)) ?? [])
        .filter(({ key }) => !OF_THE_ORDER.includes(key))
        .map((line) => ({ ...line, about })),
    ),
  );
  const own = [
    ...tellPlaced(order),
    ...tellActs(acts, named),
    ...tellNotes(notes, acts, named),
    ...tellMoves(order, acts, named),
    ...tellReturns(order, returned, named),
  ];
  const lines = [...own.slice(0, 1), ...stories.flat(), ...own.slice(1)];
  return lines
    .toSorted((a, b) => a.at.getTime() - b.at.getTime()) // stable: what stands first above comes first
    .map((line, id) => ({ ...line, id }));
}

type Named = (actor: string) => Sentence["values"];

const tellPlaced = ({ order_number, total_amount, created_at }: OrderView): OrderStoryLine[] => [
  {
    at: new Date(created_at),
    about: null,
    ...sentence("placed", { order: order_number, amount: formatRupees(readAmount(total_amount) ?? ZERO) }),
  },
];

const tellMoves = (order: OrderView, acts: readonly DeskAct[], named: Named): OrderStoryLine[] =>
  order.status_history
    .filter((change) => change.from_status !== null)
    .map((change) => ({ at: new Date(change.created_at), about: null, ...tellMove(order, change, acts, named) }));

/** With whom a parcel went as it was shipped: it may be put right later. */
function tellMove(
  order: OrderView,
  change: OrderView["status_history"][number],
  acts: readonly DeskAct[],
  named: Named,
): Sentence {
  const { from_status: from, to_status: to, notes } = change;
  const values = { order: order.order_number, to: movedTo(from, to), notes: quotable(notes), ...named(change.actor) };
  if (from === "delivered") {
    return sentence("writtenOff", { ...values, amount: formatRupees(readAmount(order.total_amount) ?? ZERO) });
  }
  const parcel = to === "shipped" && acts.find(isShipping(change.created_at));
  if (parcel && parcel.courier + parcel.tracking !== "") {
    return sentence("orderShipped", { ...values, ...parcelIn(parcel), why: notes === "" ? "none" : "said" });
  }
  return sentence(notes === "" ? "orderMoved" : "orderMovedWhy", values);
}

const isShipping = (at: string) => (act: DeskAct) => act.kind === "shipped" && act.at.toISOString() === at;

const parcelIn = ({ courier, tracking }: DeskAct) => ({
  courier,
  tracking,
  with: courier === "" ? (tracking === "" ? "none" : "tracking") : tracking === "" ? "courier" : "both",
});

const tellActs = (acts: readonly DeskAct[], named: Named): OrderStoryLine[] =>
  acts.flatMap((act) => {
    if (act.kind === "shipped") return [];
    const outcome = act.isReached ? "reached" : "not_reached";
    const by = named(act.actor);
    const isCall = act.kind === "called";
    const told = isCall
      ? sentence("called", { outcome, ...by })
      : sentence("parcelChanged", { ...parcelIn(act), ...by });
    return [{ at: act.at, about: null, ...told }];
  });

/** That nobody was reached is told by the call itself, and stands in the note as well. */
const tellNotes = (notes: readonly OrderNoteView[], acts: readonly DeskAct[], named: Named): OrderStoryLine[] =>
  notes.flatMap(({ text, actor, is_message, created_at }) => {
    const at = new Date(created_at);
    const isOfCall = acts.some((act) => act.kind === "called" && act.at.getTime() === at.getTime());
    const words = isOfCall ? text.replace(NOT_REACHED, "").trim() : text;
    const told = sentence(is_message ? "wroteToCustomer" : "notedByStaff", { text: quotable(words), ...named(actor) });
    return words === "" ? [] : [{ at, about: null, ...told }];
  });

const tellReturns = ({ order_number }: OrderView, returned: readonly ReturnView[], named: Named): OrderStoryLine[] =>
  returned.map(({ lines, reason, actor, created_at }) => {
    const pieces = (isAgain: boolean) =>
      lines.filter((line) => line.restock === isAgain).reduce((sum, line) => sum + line.quantity, 0);
    const values = { order: order_number, again: pieces(true), lost: pieces(false), reason: quotable(reason) };
    return { at: new Date(created_at), about: null, ...sentence("cameBack", { ...values, ...named(actor) }) };
  });
