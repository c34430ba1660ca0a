import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/staff";
import { sessions, users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { hashRecoveryCode, newRecoveryCodes } from "@/lib/auth/recovery-code";
import { takeSignInTurn } from "@/lib/auth/sign-in-limit";
import { stepOfCode, totpOf } from "@/lib/auth/totp";
import type { UserCtx } from "@/lib/shared/context";
import { latinDigits } from "@/lib/shared/phone";
import { AppError, invalidField } from "@/lib/shared/errors";
import { closeOtherSessions } from "@/lib/users/close-other-sessions";
import { getUser } from "@/lib/users/get-user";
import { isConfirmed } from "@/lib/users/require-confirmation";

/**
 * The second factor counts from its first right code on: it is asked for at every sign-in, and whoever is signed in
 * elsewhere is not any more. Gives the recovery codes, which are shown this once and kept as hashes. Wrong codes count
 * as at the sign-in.
 */
export async function confirmSecondFactor(
  ctx: UserCtx,
  { code }: { code: string },
): Promise<{ recovery_codes: string[] }> {
  const { now, actor } = ctx;
  const { userId } = actor;
  const { email } = await getUser(ctx);
  const turn = await takeSignInTurn(ctx.db, { email: email ?? "", address: ctx.from?.address ?? null }, now);
  const recovery_codes = await ctx.db.transaction(async (tx) => {
    const own = eq(users.id, userId);
    const [account] = await tx.select().from(users).where(own).for("no key update");
    if (!account?.totpSecret || account.totpConfirmedAt) {
      throw new AppError("conflict", "No second factor is being set up.");
    }
    if (!(await isConfirmed({ ...ctx, db: tx }))) {
      throw new AppError("reauthentication_required", "Begin anew with your password.");
    }
    const totp = totpOf(account.totpSecret, { userId, email: account.email ?? "" });
    const step = totp && stepOfCode(totp, latinDigits(code).replace(/\s/g, ""), now, account.totpStep);
    if (step === null) throw invalidField("code", "is not the present code");
    const codes = newRecoveryCodes();
    const kept = codes.flatMap((each) => {
      const codeHash = hashRecoveryCode(each);
      return codeHash ? [{ codeHash, userId }] : [];
    });
    await tx.update(users).set({ totpConfirmedAt: now, totpStep: step, updatedAt: now }).where(own);
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.insert(recoveryCodes).values(kept);
    await closeOtherSessions({ ...ctx, db: tx });
    const here = eq(sessions.tokenHash, Buffer.from(actor.sessionId, "hex"));
    await tx.update(sessions).set({ secondFactorAt: now }).where(here);
    await recordAudit(tx, ctx, "second_factor.on", `user:${userId}`);
    return codes;
  });
  await turn.giveBack();
  return { recovery_codes };
}
