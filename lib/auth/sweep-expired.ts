import { lte } from "drizzle-orm";
import { rateLimits } from "@/db/schema/operations";
import { sessions } from "@/db/schema/users";
import type { Ctx } from "@/lib/shared/context";

/** Forgets sessions and windows of limits whose time is over: they count for nothing, and hold whose they were. */
export async function sweepExpired({ db, now }: Ctx): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
  await db.delete(rateLimits).where(lte(rateLimits.resetsAt, now));
}
