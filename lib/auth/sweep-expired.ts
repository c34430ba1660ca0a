import { lte } from "drizzle-orm";
import { idempotencyKeys, rateLimits } from "@/db/schema/operations";
import { passwordResets, sessions } from "@/db/schema/users";
import { keysExpiredAt } from "@/lib/http/idempotency-key";
import type { Ctx } from "@/lib/shared/context";

/** Forgets sessions, links to a new password, windows of limits and Idempotency-Keys whose time is over: they count for nothing, and hold whose they were. */
export async function sweepExpired({ db, now }: Ctx): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
  await db.delete(passwordResets).where(lte(passwordResets.expiresAt, now));
  await db.delete(rateLimits).where(lte(rateLimits.resetsAt, now));
  await db.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, keysExpiredAt(now)));
}
