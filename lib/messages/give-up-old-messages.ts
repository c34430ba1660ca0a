import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { statement } from "@/db/statement";
import { GIVEN_UP_AFTER_MINUTES } from "@/lib/messages/model";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const GIVE_UP = statement<{ now: Date; before: Date }, never>(
  ({ now, before }) => sql`
    update ${outgoingMessages} set given_up_at = ${now}, details = '{}', last_error = 'too old'
    where sent_at is null and given_up_at is null and next_try_at <= ${now} and created_at < ${before}`,
);

/** Old news is no news: whoever sets up SMS one day does not send the texts of months before. */
export async function giveUpOldMessages({ db, now }: Ctx): Promise<void> {
  await GIVE_UP(db, { now, before: minutesAfter(now, -GIVEN_UP_AFTER_MINUTES) });
}
