import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { rateLimits } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import { env } from "@/lib/env";
import { LIMITS, type LimitName, tooManyTries } from "@/lib/http/rate-limit";

export type SignInSubject = { email: string; address: string | null };

type Window = { isTaken: boolean; resetsAt: Date };

const TAKE_TURN = statement<{ key: string; most: number; now: Date; resetsAt: Date }, Window>(
  ({ key, most, now, resetsAt }) => sql`
    with taken as (
      insert into ${rateLimits} as kept (key, count, resets_at) values (${key}, 1, ${resetsAt})
      on conflict (key) do update set
        count = case when kept.resets_at <= ${now} then 1 else kept.count + 1 end,
        resets_at = case when kept.resets_at <= ${now} then excluded.resets_at else kept.resets_at end
      where kept.resets_at <= ${now} or kept.count < ${most}::int
      returning resets_at
    )
    select true as is_taken, resets_at from taken
    union all
    select false, resets_at from ${rateLimits} where key = ${key} and not exists (select from taken)`,
);

const GIVE_BACK = statement<{ key: string; resetsAt: Date }, object>(
  ({ key, resetsAt }) => sql`
    update ${rateLimits} set count = greatest(count - 1, 0) where key = ${key} and resets_at = ${resetsAt}`,
);

const LARGEST = 2_000_000_000;

/** The subject of every limit on one person's tries, narrowest first; the e-mail itself is not kept. */
export function signInKeys({ email, address }: SignInSubject): { name: LimitName; key: string }[] {
  const person = createHash("sha256").update(email.trim().toLowerCase()).digest("hex");
  const names: [LimitName, string][] = address
    ? [
        ["sign_in_by_email_and_address", `${person}:${address}`],
        ["sign_in_by_email", person],
      ]
    : [["sign_in_by_email_alone", person]];
  return names.map(([name, subject]) => ({ name, key: `${name}:${subject}` }));
}

/**
 * Takes a turn before a password is looked at, or refuses with 429. A turn stays used by a wrong password and is
 * given back after a right one; a refusal uses none, so however many guesses arrive at once, no more than the limit
 * are ever looked at.
 */
export async function takeSignInTurn(db: Database, subject: SignInSubject, now: Date) {
  const turns: { key: string; resetsAt: Date }[] = [];
  const giveBack = async () => {
    for (const turn of turns) await GIVE_BACK(db, turn);
  };
  for (const { name, key } of signInKeys(subject)) {
    const { most, seconds } = LIMITS[name];
    const limit = Math.min(Math.floor(most * env().rateLimitFactor), LARGEST);
    const end = new Date(now.getTime() + seconds * 1000);
    const [window] = await TAKE_TURN(db, { key, most: limit, now, resetsAt: end });
    if (!window?.isTaken) {
      await giveBack();
      throw tooManyTries(
        Math.max(1, Math.ceil(((window?.resetsAt ?? end).getTime() - now.getTime()) / 1000)),
        "wrong passwords",
      );
    }
    turns.push({ key, resetsAt: window.resetsAt });
  }
  return { giveBack };
}
