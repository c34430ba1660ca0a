import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { statement } from "@/db/statement";

/** It was handed over, whoever holds its lease by now; what only this row knew is not kept. */
export const markSent = statement<{ id: number; now: Date }, never>(
  ({ id, now }) => sql`
    update ${outgoingMessages} set sent_at = ${now}, details = '{}', last_error = ''
    where id = ${id} and sent_at is null and given_up_at is null`,
);
