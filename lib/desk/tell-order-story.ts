import type { Database } from "@/db/client";
import { findEmails } from "@/lib/desk/queries";
import type { OrderView } from "@/lib/orders/schemas";
import { explainPayment } from "@/lib/payments/explain-payment";
import { quotable, type Sentence, sentence, type StoryLine } from "@/lib/payments/story-line";
import type { ReturnView } from "@/lib/returns/schemas";
import { formatRupees, readAmount, ZERO } from "@/lib/shared/money";

/** A sentence of an order's story; `about` is the attempt that it tells of, where it tells of one. */
type OrderStoryLine = StoryLine & { about: string | null };

type Numbered = OrderStoryLine & { id: number };

type Told = { order: OrderView; returned: readonly ReturnView[] };

/** The same moves are told by the order itself. */
const OF_THE_ORDER: readonly Sentence["key"][] = ["orderMoved", "orderMovedWhy"];

/**
 * An order's life in sentences, in the order of time: its own history, what came back, and the story of each attempt to
 * pay it. How each attempt stands now comes last.
 */
export async function tellOrderStory(db: Database, { order, returned }: Told, now: Date): Promise<Numbered[]> {
  const actors = [...order.status_history, ...returned].map(({ actor }) => actor);
  const emails = await findEmails({ db }, actors);
  const buyer = order.status_history[0]?.actor;
  const named = (actor: string): Sentence["values"] => {
    if (actor === buyer || emails.get(actor) === null) return { by: "customer", name: "" };
    if (actor === "gateway") return { by: "gateway", name: "" };
    return actor.startsWith("system:") ? { by: "shop", name: "" } : { by: "person", name: emails.get(actor) ?? actor };
  };
  const stories = await Promise.all(
    order.payments.map(async ({ transaction_id: about }) =>
      ((await explainPayment(db, about, now)) ?? [])
        .filter(({ key }) => !OF_THE_ORDER.includes(key))
        .map((line) => ({ ...line, about })),
    ),
  );
  const own = [...tellPlaced(order), ...tellMoves(order, named), ...tellReturns(order, returned, named)];
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

const tellMoves = ({ order_number, status_history }: OrderView, named: Named): OrderStoryLine[] =>
  status_history
    .filter((change) => change.from_status !== null)
    .map(({ to_status, actor, notes, created_at }) => ({
      at: new Date(created_at),
      about: null,
      ...sentence(notes === "" ? "orderMoved" : "orderMovedWhy", {
        order: order_number,
        to: to_status,
        notes: quotable(notes),
        ...named(actor),
      }),
    }));

const tellReturns = ({ order_number }: OrderView, returned: readonly ReturnView[], named: Named): OrderStoryLine[] =>
  returned.map(({ lines, reason, actor, created_at }) => {
    const pieces = (isAgain: boolean) =>
      lines.filter((line) => line.restock === isAgain).reduce((sum, line) => sum + line.quantity, 0);
    const values = { order: order_number, again: pieces(true), lost: pieces(false), reason: quotable(reason) };
    return { at: new Date(created_at), about: null, ...sentence("cameBack", { ...values, ...named(actor) }) };
  });
