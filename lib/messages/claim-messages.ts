import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { statement } from "@/db/statement";
import type { MessageChannel } from "@/lib/messages/model";
import { minutesAfter } from "@/lib/shared/pakistan-time";

export type MessageRow = typeof outgoingMessages.$inferSelect;

/** Far longer than a carrier is given; whoever claimed and died leaves its messages to the next one after it. */
const LEASE_MINUTES = 2;

const IS_DUE = (now: unknown): SQL => sql`sent_at is null and given_up_at is null and next_try_at <= ${now}`;

type Wanted = { now: Date; most: number; channels: MessageChannel[] };

const LOCK_DUE = statement<Wanted, { id: number }>(
  ({ now, most, channels }) => sql`
    select id from ${outgoingMessages} where ${IS_DUE(now)} and channel = any(${channels}::message_channel[])
    order by next_try_at limit ${most} for update skip locked`,
);

const LEASE = statement<{ ids: number[]; now: Date; until: Date }, MessageRow>(
  ({ ids, now, until }) => sql`
    update ${outgoingMessages} set tries = tries + 1, next_try_at = ${until}
    where id = any(${ids}::bigint[]) and ${IS_DUE(now)} returning *`,
);

/** Messages that are due, each given to one caller only for as long as its lease lasts; longest-waiting first. */
export function claimMessages(db: Database, wanted: Wanted): Promise<MessageRow[]> {
  return db.transaction(async (tx) => {
    const due = await LOCK_DUE(tx, wanted);
    if (due.length === 0) return [];
    const until = minutesAfter(wanted.now, LEASE_MINUTES);
    return LEASE(tx, { ids: due.map(({ id }) => id), now: wanted.now, until });
  });
}
