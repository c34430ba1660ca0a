import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { statement } from "@/db/statement";
import { env } from "@/lib/env";
import { MESSAGE_CHANNELS, type MessageChannel } from "@/lib/messages/model";

export type OutboxState = "ok" | "waiting" | "stuck" | "not_configured";

const LOOKED_AT = 500;

type Found = { isStuck: boolean; isWaiting: boolean; isUnserved: boolean };

const LOOK = statement<{ channels: MessageChannel[] }, Found>(
  ({ channels }) => sql`
    select coalesce(bool_or(is_served and created_at < now() - interval '30 minutes'), false) as is_stuck,
      coalesce(bool_or(is_served and (tries > 1 or created_at < now() - interval '1 minute')), false) as is_waiting,
      coalesce(bool_or(not is_served), false) as is_unserved
    from (
      select created_at, tries, channel = any(${channels}::message_channel[]) as is_served from ${outgoingMessages}
      where sent_at is null and given_up_at is null order by next_try_at limit ${LOOKED_AT}
    ) as waiting`,
);

/** Whether messages get out: some wait a little, some have waited for half an hour, or nothing is set up to carry them. */
export async function findOutboxState(db: Database): Promise<OutboxState> {
  const { mail, smsUrl } = env();
  if (!mail) return "not_configured";
  const channels = MESSAGE_CHANNELS.filter((channel) => channel === "mail" || smsUrl);
  const [found] = await LOOK(db, { channels });
  if (found?.isStuck) return "stuck";
  if (found?.isUnserved) return "not_configured";
  return found?.isWaiting ? "waiting" : "ok";
}
