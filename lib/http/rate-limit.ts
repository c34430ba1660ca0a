import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import type { Database } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/shared/errors";

export const LIMITS = {
  sign_in_by_email_and_address: { most: 10, seconds: 900 },
  sign_in_by_email: { most: 100, seconds: 900 },
  sign_in_by_email_alone: { most: 10, seconds: 900 },
  register: { most: 20, seconds: 3600 },
  verify: { most: 60, seconds: 60 },
  initiate: { most: 60, seconds: 60 },
  unanswered: { most: 50, seconds: 3600 },
  refused_notice: { most: 50, seconds: 3600 },
  refused_unknown_notice: { most: 1000, seconds: 3600 },
} as const satisfies Record<string, { most: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;

type Turn = { count: number; resetsAt: Date };

const COUNT_TURN = statement<{ key: string; now: Date; resetsAt: Date }, Turn>(
  ({ key, now, resetsAt }) => sql`
    insert into ${rateLimits} as taken (key, count, resets_at) values (${key}, 1, ${resetsAt})
    on conflict (key) do update set
      count = case when taken.resets_at <= ${now} then 1 else taken.count + 1 end,
      resets_at = case when taken.resets_at <= ${now} then excluded.resets_at else taken.resets_at end
    returning count, resets_at`,
);

/** Counts one more try of a subject in its present window and tells whether it is still within the limit. */
export async function countTurn(db: Database, name: LimitName, subject: string, now: Date) {
  const { most, seconds } = LIMITS[name];
  const resetsAt = new Date(now.getTime() + seconds * 1000);
  const [turn] = await COUNT_TURN(db, { key: `${name}:${subject}`, now, resetsAt });
  const left = turn ? Math.ceil((turn.resetsAt.getTime() - now.getTime()) / 1000) : 1;
  const waitSeconds = Math.min(Math.max(left, 1), seconds); // a window that began a moment after this request did
  return { isWithin: (turn?.count ?? 1) <= most * env().rateLimitFactor, waitSeconds };
}

/** Refuses with 429 and `Retry-After` where the limit is passed. */
export async function takeTurn(db: Database, name: LimitName, subject: string, now: Date): Promise<void> {
  const { isWithin, waitSeconds } = await countTurn(db, name, subject, now);
  if (!isWithin) {
    throw new AppError(
      "too_many_requests",
      `Too many tries. Try again in ${waitSeconds} seconds.`,
      {},
      {
        "retry-after": String(waitSeconds),
      },
    );
  }
}
