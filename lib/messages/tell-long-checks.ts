import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { tellPayment } from "@/lib/messages/tell-payment";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const LONG_MINUTES = 15;
const NEWS_MINUTES = 24 * 60;
const MOST = 300;

const FIND_UNTOLD = statement<{ openedFrom: Date; openedUntil: Date }, { id: number }>(
  ({ openedFrom, openedUntil }) => sql`
    select id from ${payments}
    where status in ('pending', 'processing') and status = 'processing' and ended_at is null
      and payment_method <> 'cash_on_delivery' and voucher_number is null
      and created_at between ${openedFrom} and ${openedUntil}
      and not exists (select from ${outgoingMessages} where event = 'payment_checked:' || ${payments.id})
      and exists (select from ${orders} where ${orders.id} = ${payments.orderId} and ${orders.status} = 'pending')
    order by order_id limit ${MOST}`,
);

/**
 * Whoever may have paid and has not been told for a quarter of an hour whether they have, hears that it is being asked.
 * Each in a statement of its own: a row refers to its payment and so waits for whoever settles it, holding no other.
 */
export async function tellLongChecks({ db, now }: Ctx): Promise<void> {
  const untold = await FIND_UNTOLD(db, {
    openedFrom: minutesAfter(now, -NEWS_MINUTES),
    openedUntil: minutesAfter(now, -LONG_MINUTES),
  });
  for (const { id } of untold) await tellPayment(db, { paymentId: id, kind: "payment_checked", now });
}
