import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { env } from "@/lib/env";
import { CONFIRMED_MINUTES } from "@/lib/refunds/model";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { hasPassed } from "@/lib/shared/pakistan-time";

/** Real money moves, and who may move it changes, only soon after the password was typed in this very session. */
export async function requireConfirmation(ctx: UserCtx): Promise<void> {
  if (env().jazzcash.environment !== "production" || (await isConfirmed(ctx))) return;
  throw new AppError("reauthentication_required", "Type your password again first.");
}

/** Whether the password was typed in this session a short while ago. */
export async function isConfirmed({ db, now, actor }: UserCtx): Promise<boolean> {
  const [session] = await db
    .select({ confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .where(eq(sessions.tokenHash, Buffer.from(actor.sessionId, "hex")));
  return !hasPassed(session?.confirmedAt ?? null, CONFIRMED_MINUTES, now);
}
