import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";

export type MessageCount = { state: "sent" | "waiting" | "given_up"; channel: string; reason: string; count: number };

/** The outbox in numbers; what waits or was given up, by its reason. */
export const countMessages = async (db: Database): Promise<MessageCount[]> => [
  ...(await db.execute<MessageCount>(sql`
    select case when sent_at is not null then 'sent' when given_up_at is not null then 'given_up' else 'waiting' end as state,
      channel, last_error as reason, count(*) as count
    from ${outgoingMessages} group by 1, 2, 3 order by 1, 2, count(*) desc limit 100`)),
];
