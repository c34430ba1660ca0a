import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { paymentEvents } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import type { EventChannel, PaymentState } from "@/lib/payments/model";

export type NewEvent = {
  paymentId: number | null;
  transactionId: string | null;
  channel: EventChannel;
  isOutgoing: boolean;
  fields: Record<string, string>;
  decision: string;
  refusal: string | null;
  /** Where the payment stands from here on, if this changed it. */
  statusAfter: PaymentState | null;
  now: Date;
};

export type EventInput = Omit<NewEvent, "fields"> & { fields: string };

export const insertEvent = (e: { [K in keyof EventInput]: unknown }) => sql`
  insert into ${paymentEvents} (payment_id, transaction_id, channel, is_outgoing, fields, decision, refusal, status_after,
    created_at)
  values (${e.paymentId}, ${e.transactionId}, ${e.channel}, ${e.isOutgoing}, ${e.fields}::jsonb, ${e.decision},
    ${e.refusal}, ${e.statusAfter}, ${e.now})`;

const INSERT_EVENT = statement<EventInput, never>(insertEvent);

/** Writes down one message to or from the gateway; its fields are masked already. */
export async function recordEvent(tx: Database, event: NewEvent): Promise<void> {
  await INSERT_EVENT(tx, { ...event, fields: JSON.stringify(event.fields) });
}
