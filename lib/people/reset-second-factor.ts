import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/staff";
import { sessions, users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockPerson } from "@/lib/people/lock-person";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireAdmin } from "@/lib/shared/require-role";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/** Takes the second factor off somebody else's account, whose phone is lost, and signs it out everywhere. */
export async function resetSecondFactor(ctx: UserCtx, { userId }: { userId: number }): Promise<void> {
  requireAdmin(ctx.actor);
  if (userId === ctx.actor.userId) {
    throw new AppError("forbidden", "One's own second factor is turned off with password and code.");
  }
  await requireConfirmation(ctx);
  await ctx.db.transaction(async (tx) => {
    const { person } = await lockPerson(tx, ctx, userId);
    if (!person.totpSecret) return;
    const none = { totpSecret: null, totpConfirmedAt: null, totpStep: null };
    await tx
      .update(users)
      .set({ ...none, updatedAt: ctx.now })
      .where(eq(users.id, userId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await recordAudit(tx, ctx, "person.reset_second_factor", `user:${userId}`);
  });
}
