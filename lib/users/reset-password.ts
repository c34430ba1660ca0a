import { and, eq, isNull } from "drizzle-orm";
import { passwordResets, sessions, users } from "@/db/schema/users";
import { hashPassword } from "@/lib/auth/password";
import type { Ctx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { findResetLink } from "@/lib/users/find-reset-link";
import type { Locale } from "@/lib/users/model";
import { tellPasswordChanged } from "@/lib/users/tell-password-changed";

/**
 * A new password for whoever holds a link, once: all sessions end, the account's other links are void, its owner is
 * told. The link is looked at again under the account's lock, so that of many at once one wins. Refuses
 * `reset_link_invalid`.
 */
export async function resetPassword(
  { db, now }: Ctx,
  { token, password, locale }: { token: string; password: string; locale: Locale },
): Promise<void> {
  const asked = await findResetLink(db, token, now);
  if (!asked) throw invalid();
  const { userId } = asked;
  const passwordHash = await hashPassword(password); // takes its time, so before the lock
  await db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
    if (!(await findResetLink(tx, token, now))) throw invalid();
    await tx.update(users).set({ passwordHash, updatedAt: now }).where(eq(users.id, userId));
    await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tellPasswordChanged(tx, { userId, locale, now });
  });
}

const invalid = (): AppError =>
  new AppError("reset_link_invalid", "This link was used before, or is older than half an hour. Ask for a new one.");
