import { type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { returnDiscount } from "@/lib/discounts/return-discount";
import { env } from "@/lib/env";
import { moveOrder } from "@/lib/orders/move-order";
import { returnStock } from "@/lib/orders/return-stock";
import type { Ctx } from "@/lib/shared/context";

/**
 * An order nobody paid: its hold began with it or with its last attempt, whichever is later, and lasts as long as a
 * payment may take; while the gateway has not said how a live attempt ended, 24 hours longer, a voucher's own life
 * counting as the hold.
 */
const UNPAID_TOO_LONG = ({ now, minutes }: { now: unknown; minutes: unknown }): SQL => sql`
  select ${orders.id}, ${orders.status} from ${orders}
  cross join lateral (
    select greatest(${orders.createdAt}, max(created_at)) + ${minutes}::int * interval '1 minute' as hold_ends,
      max(expires_at) filter (where status in ('pending', 'processing') and voucher_number is not null) as voucher_ends,
      coalesce(bool_or(status in ('pending', 'processing')), false) as is_live
    from ${payments} where order_id = ${orders.id}
  ) as attempt
  where ${orders.status} = 'pending' and ${orders.paymentStatus} = 'unpaid' and ${orders.createdAt} <= ${now}
    and case when is_live then greatest(hold_ends, voucher_ends) + interval '24 hours' else hold_ends end <= ${now}`;

type Times = { now: Date; minutes: number };
type Unpaid = { id: number; status: "pending" };

const LOCK_NEXT = statement<Times & { after: number }, Unpaid>(
  ({ now, minutes, after }) => sql`
    ${UNPAID_TOO_LONG({ now, minutes })} and ${orders.id} > ${after}
    order by ${orders.id} limit 1 for no key update of ${orders} skip locked`,
);

const STILL_UNPAID = statement<Times & { id: number }, Unpaid>(
  ({ now, minutes, id }) => sql`${UNPAID_TOO_LONG({ now, minutes })} and ${orders.id} = ${id}`,
);

/**
 * Cancels such orders one by one, each in a transaction of its own, their stock returning. Looked at once more under
 * the lock, because an attempt may have been opened between the look and the lock. Tells how many; what time does not
 * allow, the next run does.
 */
export async function cancelUnpaidOrders(
  { db, now }: Ctx,
  { isTimeUp = () => false }: { isTimeUp?: () => boolean } = {},
): Promise<number> {
  const actor = { kind: "system", useCase: "reconcile" } as const;
  const times = { now, minutes: env().paymentExpiryMinutes };
  for (let cancelled = 0, after = 0; ;) {
    if (isTimeUp()) return cancelled;
    const seen = await db.transaction(async (tx) => {
      const [next] = await LOCK_NEXT(tx, { ...times, after });
      if (!next) return null;
      const [order] = await STILL_UNPAID(tx, { ...times, id: next.id });
      if (!order) return { id: next.id, isCancelled: false };
      await moveOrder(tx, order, "cancelled", { actor, now, notes: "Not paid in time" });
      await returnStock(tx, { orderId: order.id, now });
      await returnDiscount(tx, { orderId: order.id });
      return { id: order.id, isCancelled: true };
    });
    if (seen === null) return cancelled;
    after = seen.id;
    if (seen.isCancelled) cancelled++;
  }
}
