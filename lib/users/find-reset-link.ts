import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { passwordResets, users } from "@/db/schema/users";
import { hashResetToken, isResetToken } from "@/lib/users/reset-token";

/** The account that a link stands for at this moment; null once it was used, is too old, or never was one. */
export async function findResetLink(db: Database, token: unknown, now: Date): Promise<{ userId: number } | null> {
  if (!isResetToken(token)) return null;
  const [link] = await db
    .select({ userId: passwordResets.userId })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(
      and(
        eq(passwordResets.tokenHash, hashResetToken(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, now),
        isNull(users.disabledAt),
      ),
    );
  return link ?? null;
}
