import { and, eq, isNull } from "drizzle-orm";
import { passwordResets, users } from "@/db/schema/users";
import { hashPassword, isPassword } from "@/lib/auth/password";
import type { UserCtx } from "@/lib/shared/context";
import { invalidField } from "@/lib/shared/errors";
import { closeOtherSessions } from "@/lib/users/close-other-sessions";
import type { Locale } from "@/lib/users/model";
import { confirmPassword } from "@/lib/users/confirm-password";
import type { ChangePasswordInput } from "@/lib/users/schemas";
import { tellPasswordChanged } from "@/lib/users/tell-password-changed";

/**
 * A new password for who knows the old one: every other session ends, and links that were mailed to set one are void.
 * The old one is asked again under the lock, so that of many changes at once one is made.
 */
export async function changePassword(
  ctx: UserCtx,
  { current_password, new_password, address, locale }: ChangePasswordInput & { address: string | null; locale: Locale },
): Promise<void> {
  const { now, actor } = ctx;
  const wrong = () => invalidField("current_password", "is not the password of this account");
  if (!(await confirmPassword(ctx, { password: current_password, address }))) throw wrong();
  const passwordHash = await hashPassword(new_password);
  await ctx.db.transaction(async (tx) => {
    const own = eq(users.id, actor.userId);
    const [account] = await tx.select({ passwordHash: users.passwordHash }).from(users).where(own).for("no key update");
    if (!account || !(await isPassword(current_password, account.passwordHash))) throw wrong();
    await tx.update(users).set({ passwordHash, updatedAt: now }).where(own);
    await tx.delete(passwordResets).where(and(eq(passwordResets.userId, actor.userId), isNull(passwordResets.usedAt)));
    await closeOtherSessions({ ...ctx, db: tx });
    await tellPasswordChanged(tx, { userId: actor.userId, locale, now });
  });
}
