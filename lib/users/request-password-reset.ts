import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { rateLimits } from "@/db/schema/operations";
import { passwordResets, users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/http/rate-limit";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";
import { hashResetToken } from "@/lib/users/reset-token";

const RESET_MINUTES = 30;

type Asked = {
  email: string;
  key: string;
  most: number;
  resetsAt: Date;
  token: string;
  tokenHash: Buffer;
  locale: Locale;
  now: Date;
  expiresAt: Date;
};

/**
 * The turn is counted in the same statement, so that an unknown e-mail costs a write too; a deletion is waited for. No
 * answer waits for the disk: only a known e-mail's would.
 */
const ASK = statement<Asked, never>(
  ({ email, key, most, resetsAt, token, tokenHash, locale, now, expiresAt }) => sql`
    with turn as (
      insert into ${rateLimits} as taken (key, count, resets_at) values (${key}, 1, ${resetsAt})
      on conflict (key) do update set
        count = case when taken.resets_at <= ${now} then 1 else taken.count + 1 end,
        resets_at = case when taken.resets_at <= ${now} then excluded.resets_at else taken.resets_at end
      returning count, set_config('synchronous_commit', 'off', true)
    ), account as (
      select ${users.id}, ${users.email}, ${users.name} from ${users}, turn
      where lower(${users.email}) = lower(${email}) and ${users.disabledAt} is null and turn.count <= ${most}::int
      for share of ${users}
    ), link as (
      insert into ${passwordResets} (token_hash, user_id, created_at, expires_at)
      select ${tokenHash}::bytea, id, ${now}::timestamptz, ${expiresAt}::timestamptz from account
      returning user_id
    )
    insert into ${outgoingMessages} (kind, event, channel, recipient, locale, user_id, details, next_try_at, created_at)
    select 'password_reset', 'password_reset:' || encode(${tokenHash}::bytea, 'hex'), 'mail', account.email,
      ${locale}::locale, account.id,
      jsonb_build_object('token', ${token}::text, 'name', account.name, 'expires_at', ${expiresAt}::text),
      ${now}::timestamptz, ${now}::timestamptz
    from account join link on link.user_id = account.id`,
);

/**
 * A link to choose a new password goes to the e-mail's account, if there is one and it has not had too many within the
 * hour. Says nothing and takes the same work and time in every case.
 */
export async function requestPasswordReset(
  { db, now }: Ctx,
  { email, locale }: { email: string; locale: Locale },
): Promise<void> {
  const { most, seconds } = LIMITS.password_reset_by_email;
  const person = createHash("sha256").update(email.trim().toLowerCase()).digest("hex");
  const token = randomBytes(32).toString("base64url");
  await ASK(db, {
    email,
    key: `password_reset_by_email:${person}`,
    most: Math.floor(most * Math.min(env().rateLimitFactor, 1000)),
    resetsAt: new Date(now.getTime() + seconds * 1000),
    token,
    tokenHash: hashResetToken(token),
    locale,
    now,
    expiresAt: minutesAfter(now, RESET_MINUTES),
  });
}
