import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { OLD_MINUTES } from "@/lib/reviews/model";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter, pakistanDay } from "@/lib/shared/pakistan-time";

type WarnInput = { now: Date; openedUntil: Date; day: string };

/**
 * The outbox takes an event once: of many who warn at once one does, and nobody is written to twice a day. Items that
 * somebody settles at this moment are left to them.
 */
const WARN = statement<WarnInput, never>(
  ({ now, openedUntil, day }) => sql`
    with waiting as (
      select count(*) as count from ${reviewItems} where closed_at is null and opened_at <= ${openedUntil}
    ), told as (
      insert into ${outgoingMessages} (kind, event, channel, recipient, locale, user_id, details, next_try_at, created_at)
      select 'reviews_waiting', 'reviews_waiting:' || ${day}::text || ':' || id, 'mail', email, 'en', id,
        jsonb_build_object('name', name, 'count', waiting.count::text), ${now}::timestamptz, ${now}::timestamptz
      from ${users}, waiting
      where role = 'admin' and disabled_at is null and email is not null and waiting.count > 0
      on conflict (event) do nothing
      returning id
    )
    update ${reviewItems} set warned_at = ${now} where id in (
      select id from ${reviewItems} where closed_at is null and opened_at <= ${openedUntil} for no key update skip locked
    ) and exists (select from told)`,
);

/**
 * Whatever has been before a person for longer than a day: each administrator is written to about all of it, at most once
 * a day of Pakistan's.
 */
export async function warnOfOldReviews({ db, now }: Ctx): Promise<void> {
  await WARN(db, { now, openedUntil: minutesAfter(now, -OLD_MINUTES), day: pakistanDay(now) });
}
