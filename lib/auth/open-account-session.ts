import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema/users";
import { openSession } from "@/lib/auth/open-session";

type SignedIn = { userId: number; passwordHash: string; userAgent: string; secondFactor?: boolean };

/**
 * A session for whoever gave the right password, or null where that is not enough any more: the password may have been
 * changed, or a second factor set up, and all sessions ended, while it was being compared.
 */
export async function openAccountSession(
  db: Database,
  { userId, passwordHash, userAgent, secondFactor = false }: SignedIn,
  now: Date,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const isStill = and(eq(users.id, userId), eq(users.passwordHash, passwordHash), isNull(users.disabledAt));
    const [account] = await tx.select({ confirmedAt: users.totpConfirmedAt }).from(users).where(isStill).for("share");
    if (!account || (account.confirmedAt && !secondFactor)) return null;
    return openSession(tx, userId, now, { userAgent, secondFactor });
  });
}
