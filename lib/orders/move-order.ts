import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import { kindOfOrderStep, type MessageKind } from "@/lib/messages/model";
import { tellOrder } from "@/lib/messages/tell-order";
import { nextOrderState, type OrderEvent, type OrderState } from "@/lib/orders/model";
import { type Actor, actorName } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

type Move = {
  id: number;
  from: OrderState;
  to: OrderState;
  by: string;
  notes: string;
  tells: MessageKind | null;
  now: Date;
};

/**
 * Cash that is chosen before the message of the order went out is told by that same message. The buyer's own
 * cancelling is no news to them.
 */
const MOVE_ORDER = statement<Move, never>(
  ({ id, from, to, by, notes, tells, now }) => sql`
    with moved as (
      update ${orders} set status = ${to}::order_status, updated_at = ${now},
        cancelled_by = case when ${to}::order_status = 'cancelled' then ${by}::text end,
        completed_at = case when ${to}::order_status = 'delivered' then ${now}::timestamptz end
      where id = ${id} returning *
    ), history as (
      insert into ${orderStatusHistory} (order_id, from_status, to_status, actor, notes, created_at)
      values (${id}, ${from}, ${to}, ${by}, ${notes}, ${now})
    ), joined as (
      update ${outgoingMessages} set kind = 'order_confirmed', next_try_at = ${now}
      where ${tells}::text = 'order_confirmed' and event = 'order_placed:' || ${id}::bigint and tries = 0
        and sent_at is null and given_up_at is null
      returning id
    )
    ${tellOrder({
      kind: tells,
      subject: sql`moved.id`,
      now,
      order: sql`moved`,
      from: sql`moved`,
      where: sql`not exists (select from joined)
        and (${tells}::text <> 'order_cancelled' or ${by}::text <> 'user:' || moved.user_id)`,
    })}`,
);

/** Moves a locked order by the table, with its history row and what its buyer is told; refuses `invalid_transition`. */
export async function moveOrder(
  tx: Database,
  order: { id: number; status: OrderState },
  event: OrderEvent,
  { actor, now, notes = "" }: { actor: Actor; now: Date; notes?: string },
): Promise<OrderState> {
  const to = nextOrderState(order.status, event);
  if (!to) throw new AppError("invalid_transition", `An order that is ${order.status} cannot do this step.`);
  const by = actorName(actor);
  await MOVE_ORDER(tx, { id: order.id, from: order.status, to, by, notes, tells: kindOfOrderStep(event), now });
  return to;
}
