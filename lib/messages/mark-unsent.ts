import { sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { statement } from "@/db/statement";

type Failed = { id: number; tries: number; lastError: string; nextTryAt: Date | null; now: Date };

/** It could not be handed over, or need not: tried again at its time, or never. Whoever lost the lease changes nothing. */
export const markUnsent = statement<Failed, never>(
  ({ id, tries, lastError, nextTryAt, now }) => sql`
    update ${outgoingMessages} set last_error = ${lastError},
      next_try_at = coalesce(${nextTryAt}::timestamptz, next_try_at),
      given_up_at = case when ${nextTryAt}::timestamptz is null then ${now}::timestamptz end,
      details = case when ${nextTryAt}::timestamptz is null then '{}' else details end
    where id = ${id} and tries = ${tries} and sent_at is null and given_up_at is null`,
);
