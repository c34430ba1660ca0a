import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { env } from "@/lib/env";
import { CONFIRMED_MINUTES } from "@/lib/refunds/model";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { hasPassed } from "@/lib/shared/pakistan-time";

/** Real money moves only soon after its administrator has typed the password in this very session. */
export async function requireConfirmation({ db, now, actor }: UserCtx): Promise<void> {
  if (env().jazzcash.environment !== "production") return;
  const [session] = await db
    .select({ confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .where(eq(sessions.tokenHash, Buffer.from(actor.sessionId, "hex")));
  if (hasPassed(session?.confirmedAt ?? null, CONFIRMED_MINUTES, now)) {
    throw new AppError("reauthentication_required", "Type your password again before money moves.");
  }
}
