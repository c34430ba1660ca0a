import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import { hasPassed, minutesAfter } from "@/lib/shared/pakistan-time";

const STUCK_MINUTES = 1;
const KEPT_MINUTES = 24 * 60;

type KeyName = { userId: number; route: string; key: string };

/** One request's hold on its key; `claimedAt` tells it from a request that takes over what a crash left behind. */
export type KeyClaim = KeyName & { bodyHash: string; claimedAt: Date };

type KeyRow = { bodyHash: string; resultId: number | null; resultStatus: number | null; createdAt: Date };

/** Keys from before this time are free again. */
export const keysExpiredAt = (now: Date): Date => minutesAfter(now, -KEPT_MINUTES);

const named = ({ userId, route, key }: { [K in keyof KeyName]: unknown }) =>
  sql`user_id = ${userId} and route = ${route} and key = ${key}`;

const CLAIM = statement<KeyClaim & { stuckAt: Date; expiredAt: Date }, { key: string }>(
  ({ userId, route, key, bodyHash, claimedAt, stuckAt, expiredAt }) => sql`
    insert into ${idempotencyKeys} as held (user_id, route, key, body_hash, created_at)
    values (${userId}, ${route}, ${key}, ${bodyHash}, ${claimedAt})
    on conflict (user_id, route, key) do update set
      body_hash = excluded.body_hash, result_id = null, result_status = null, created_at = excluded.created_at
    where held.created_at <= ${expiredAt} or (held.result_id is null and held.created_at <= ${stuckAt})
    returning key`,
);

/** Takes a key that nobody has, whose day is over, or whose request came to nothing within its minute. */
export async function claimKey(db: Database, claim: KeyClaim): Promise<boolean> {
  const now = claim.claimedAt;
  const rows = await CLAIM(db, { ...claim, stuckAt: minutesAfter(now, -STUCK_MINUTES), expiredAt: keysExpiredAt(now) });
  return rows.length === 1;
}

const FIND = statement<KeyName, KeyRow>(
  (name) => sql`select body_hash, result_id, result_status, created_at from ${idempotencyKeys} where ${named(name)}`,
);

/**
 * What a key was used for, or null. Its result is known when its request was answered; and where a crash came between
 * effect and answer, when the request has had its minute.
 */
export async function findKey(db: Database, claim: KeyClaim) {
  const [row] = await FIND(db, claim);
  if (!row) return null;
  const { bodyHash, resultId, resultStatus, createdAt } = row;
  const isOver = resultStatus !== null || hasPassed(createdAt, STUCK_MINUTES, claim.claimedAt);
  return { bodyHash, known: resultId !== null && isOver ? { resultId, resultStatus } : null };
}

const RECORD = statement<KeyName & { claimedAt: Date; resultId: number }, { key: string }>(
  (claim) => sql`
    update ${idempotencyKeys} set result_id = ${claim.resultId}
    where ${named(claim)} and created_at = ${claim.claimedAt} returning key`,
);

/** Writes down what the request made; false where the key is another request's by now. */
export async function recordKeyResult(tx: Database, claim: KeyClaim, resultId: number): Promise<boolean> {
  return (await RECORD(tx, { ...claim, resultId })).length === 1;
}

type End = { status: number; isRefused: boolean };

const RELEASE = statement<KeyName & { claimedAt: Date } & End, object>(
  (claim) => sql`
    with answered as (
      update ${idempotencyKeys} set result_status = ${claim.status}::int
      where ${named(claim)} and created_at = ${claim.claimedAt} and result_id is not null and not ${claim.isRefused}::bool
    )
    delete from ${idempotencyKeys}
    where ${named(claim)} and created_at = ${claim.claimedAt} and (result_id is null or ${claim.isRefused}::bool)`,
);

/**
 * Ends the request's hold: its key stays where there is something to answer with, also where the answer itself failed,
 * and is free again where nothing was made or the request was refused.
 */
export async function releaseKey(db: Database, claim: KeyClaim, end: End): Promise<void> {
  await RELEASE(db, { ...claim, ...end });
}
