import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { totpOf } from "@/lib/auth/totp";
import type { UserCtx } from "@/lib/shared/context";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { password } from "@/lib/users/test-customer";

/** What a person's authenticator shows at a moment. */
export async function codeAt({ db, actor }: UserCtx, now: Date): Promise<string> {
  const [account] = await db.select().from(users).where(eq(users.id, actor.userId));
  const totp = totpOf(account?.totpSecret ?? "", { userId: actor.userId, email: "" });
  return totp?.generate({ timestamp: now.getTime() }) ?? "";
}

/** Somebody with a password sets the second factor up; gives the recovery codes. */
export async function setUp(ctx: UserCtx): Promise<string[]> {
  await beginSecondFactor(ctx, { password, address: null });
  return (await confirmSecondFactor(ctx, { code: await codeAt(ctx, ctx.now) })).recovery_codes;
}
