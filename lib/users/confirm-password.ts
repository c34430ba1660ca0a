import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { checkPassword } from "@/lib/auth/check-password";
import type { UserCtx } from "@/lib/shared/context";
import { getUser } from "@/lib/users/get-user";

type Confirmation = { password: string; address: string | null };

/**
 * Whether somebody who is signed in knows the account's password; wrong ones count as at the sign-in. The session keeps
 * when it was.
 */
export async function confirmPassword(ctx: UserCtx, { password, address }: Confirmation): Promise<boolean> {
  const { email } = await getUser(ctx);
  const account = await checkPassword(ctx, { email: email ?? "", password, address });
  if (account?.id !== ctx.actor.userId) return false;
  const tokenHash = Buffer.from(ctx.actor.sessionId, "hex");
  await ctx.db.update(sessions).set({ confirmedAt: ctx.now }).where(eq(sessions.tokenHash, tokenHash));
  return true;
}
