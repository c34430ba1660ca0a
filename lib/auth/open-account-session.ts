import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema/users";
import { openSession } from "@/lib/auth/open-session";

type SignedIn = { userId: number; passwordHash: string; userAgent: string };

/**
 * A session for whoever gave the right password, or null where that password is not the account's any more: it may have
 * been changed, and all sessions ended, while it was being compared.
 */
export async function openAccountSession(
  db: Database,
  { userId, passwordHash, userAgent }: SignedIn,
  now: Date,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const isStill = and(eq(users.id, userId), eq(users.passwordHash, passwordHash), isNull(users.disabledAt));
    const [account] = await tx.select({ id: users.id }).from(users).where(isStill).for("share");
    return account ? openSession(tx, userId, now, userAgent) : null;
  });
}
