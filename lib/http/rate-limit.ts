import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import type { Database } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/shared/errors";
import { inTurn } from "@/lib/shared/in-turn";

export const LIMITS = {
  sign_in_by_email_and_address: { most: 10, seconds: 900 },
  sign_in_by_email: { most: 100, seconds: 900 },
  sign_in_by_email_alone: { most: 10, seconds: 900 },
  register: { most: 20, seconds: 3600 },
  password_reset: { most: 20, seconds: 3600 },
  password_reset_by_email: { most: 5, seconds: 3600 },
  password_reset_confirm: { most: 20, seconds: 3600 },
  guest: { most: 20, seconds: 3600 },
  track: { most: 20, seconds: 3600 },
  verify: { most: 60, seconds: 60 },
  initiate: { most: 60, seconds: 60 },
  unanswered: { most: 50, seconds: 3600 },
  refused_notice: { most: 50, seconds: 3600 },
  refused_unknown_notice: { most: 1000, seconds: 3600 },
} as const satisfies Record<string, { most: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

type Window = { count: number; resetsAt: Date };

const COUNT_TURNS = statement<{ key: string; turns: number; now: Date; resetsAt: Date }, Window>(
  ({ key, turns, now, resetsAt }) => sql`
    insert into ${rateLimits} as taken (key, count, resets_at) values (${key}, ${turns}::int, ${resetsAt})
    on conflict (key) do update set
      count = case when taken.resets_at <= ${now} then excluded.count else taken.count + excluded.count end,
      resets_at = case when taken.resets_at <= ${now} then excluded.resets_at else taken.resets_at end
    returning count, resets_at`,
);

async function countTurns(db: Database, name: LimitName, subject: string, turns: number, now: Date) {
  const { most, seconds } = LIMITS[name];
  const end = new Date(now.getTime() + seconds * 1000);
  const [window] = await COUNT_TURNS(db, { key: `${name}:${subject}`, turns, now, resetsAt: end });
  const { count, resetsAt } = window ?? { count: turns, resetsAt: end };
  const left = Math.ceil((resetsAt.getTime() - now.getTime()) / 1000);
  const waitSeconds = Math.min(Math.max(left, 1), seconds); // a window that began a moment after this request did
  const free = Math.floor(most * env().rateLimitFactor) - (count - turns);
  return { granted: Math.min(Math.max(free, 0), turns), resetsAt, waitSeconds };
}

/** Counts one more try of a subject in its present window and tells whether it is still within the limit. */
export async function countTurn(db: Database, name: LimitName, subject: string, now: Date) {
  const { granted, waitSeconds } = await countTurns(db, name, subject, 1, now);
  return { isWithin: granted === 1, waitSeconds };
}

const BLOCK = 10;
const MOST_HELD = 10_000;
const held = new Map<string, { left: number; resetsAt: Date }>();

/**
 * Refuses with 429 and `Retry-After` where the limit is passed. A process takes ten turns from the shared count at once
 * and uses them up by itself: with several processes a session may be refused a little early, never let in too often.
 */
export const takeTurn = (db: Database, name: LimitName, subject: string, now: Date): Promise<void> => {
  const key = `${name}:${subject}`;
  return inTurn(key, async () => {
    const own = held.get(key);
    if (own && own.left > 0 && own.resetsAt > now) {
      own.left--;
      return;
    }
    const { granted, resetsAt, waitSeconds } = await countTurns(db, name, subject, BLOCK, now);
    if (granted === 0) throw tooManyTries(waitSeconds);
    held.set(key, { left: granted - 1, resetsAt });
    if (held.size > MOST_HELD) for (const [old, block] of held) if (block.resetsAt <= now) held.delete(old);
  });
};

/** 429, and when to try again. */
export const tooManyTries = (waitSeconds: number, what = "tries"): AppError =>
  new AppError(
    "too_many_requests",
    `Too many ${what}. Try again in ${waitSeconds} seconds.`,
    { retry_after: waitSeconds },
    { "retry-after": String(waitSeconds) },
  );
