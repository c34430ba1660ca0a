import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { MessageKind } from "@/lib/messages/model";
import { tellOrder } from "@/lib/messages/tell-order";

/** What a payment's buyer is told where its change is no statement of its own; in the caller's transaction. */
export const tellPayment = statement<{ paymentId: number; kind: MessageKind; now: Date }, never>(
  ({ paymentId, kind, now }) =>
    tellOrder({
      kind,
      subject: sql`payment.id`,
      now,
      order: sql`bought`,
      paymentId: sql`payment.id`,
      from: sql`${payments} as payment join ${orders} as bought on bought.id = payment.order_id`,
      where: sql`payment.id = ${paymentId}`,
    }),
);
