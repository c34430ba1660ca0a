import { checkPassword } from "@/lib/auth/check-password";
import type { UserCtx } from "@/lib/shared/context";
import { getUser } from "@/lib/users/get-user";

type Confirmation = { password: string; address: string | null };

/** Whether somebody who is signed in knows the account's password; wrong ones count as at the sign-in. */
export async function confirmPassword(ctx: UserCtx, { password, address }: Confirmation): Promise<boolean> {
  const { email } = await getUser(ctx);
  const account = await checkPassword(ctx, { email: email ?? "", password, address });
  return account?.id === ctx.actor.userId;
}
