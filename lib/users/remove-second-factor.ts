import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/staff";
import { sessions, users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { takeSecondFactor } from "@/lib/auth/take-second-factor";
import type { UserCtx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { confirmPassword } from "@/lib/users/confirm-password";

type Proof = { password: string; code: string; address: string | null };

/** Turns one's own second factor off, for whoever gives both; wrong ones count as at the sign-in. */
export async function removeSecondFactor(ctx: UserCtx, { password, code, address }: Proof): Promise<void> {
  const { userId } = ctx.actor;
  if (!(await confirmPassword(ctx, { password, address }))) {
    throw invalidField("password", "is not the password of this account");
  }
  const answer = await takeSecondFactor(ctx, { userId, code, address });
  if (answer === "none") throw new AppError("conflict", "There is no second factor.");
  if (answer !== "passed") throw invalidField("code", "is not the present code");
  await ctx.db.transaction(async (tx) => {
    const own = eq(users.id, userId);
    await tx.select({ id: users.id }).from(users).where(own).for("no key update");
    const none = { totpSecret: null, totpConfirmedAt: null, totpStep: null };
    await tx
      .update(users)
      .set({ ...none, updatedAt: ctx.now })
      .where(own);
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.update(sessions).set({ secondFactorAt: null }).where(eq(sessions.userId, userId));
    await recordAudit(tx, ctx, "second_factor.off", `user:${userId}`);
  });
}
