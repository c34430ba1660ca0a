import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { newTotpSecret, totpOf } from "@/lib/auth/totp";
import type { UserCtx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { confirmPassword } from "@/lib/users/confirm-password";

/**
 * A new secret for an authenticator, which counts for nothing until a code of it is given. Asks for the password, so
 * that nobody is shut out by somebody at their open browser. Refuses `conflict` where there is a second factor already.
 */
export async function beginSecondFactor(
  ctx: UserCtx,
  input: { password: string; address: string | null },
): Promise<{ secret: string; otpauth_url: string }> {
  if (!(await confirmPassword(ctx, input))) throw invalidField("password", "is not the password of this account");
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const own = eq(users.id, userId);
    const [account] = await tx.select().from(users).where(own).for("no key update");
    if (!account || account.totpConfirmedAt) throw new AppError("conflict", "There is a second factor already.");
    const totpSecret = newTotpSecret(userId);
    await tx.update(users).set({ totpSecret, totpStep: null, updatedAt: ctx.now }).where(own);
    const totp = totpOf(totpSecret, { userId, email: account.email ?? "" });
    return { secret: totp?.secret.base32 ?? "", otpauth_url: totp?.toString() ?? "" };
  });
}
