import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import type { Locale } from "@/lib/users/model";

/** An account hears that its password is another one, each time; in the transaction that changes it. */
export const tellPasswordChanged = statement<{ userId: number; locale: Locale; now: Date }, never>(
  ({ userId, locale, now }) => sql`
    insert into ${outgoingMessages} (kind, event, channel, recipient, locale, user_id, details, next_try_at, created_at)
    select 'password_changed',
      'password_changed:' || id || ':' || to_char(${now}::timestamptz at time zone 'utc', 'YYYYMMDDHH24MISSMS'), 'mail', email,
      ${locale}::locale, id, jsonb_build_object('name', name), ${now}::timestamptz, ${now}::timestamptz
    from ${users} where id = ${userId} and email is not null
    on conflict (event) do nothing`,
);
